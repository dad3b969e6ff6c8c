/** CC-iSales (C2): outbound calls. */
import type { IDataObject } from 'n8n-workflow';

import { VDN_PLACEHOLDER } from '../../auth/requestUrl';
import type { CodeTable } from '../../protocol/codes';
import { CHECK_FIELDS, TRY_LATER } from '../advice';
import { product } from '../product';

/** What every page lists. Source: seeds queryOBSResultCode (table 5) and queryObsResultDetail (table 6). */
const PARAMETER_CODES = {
	'0200001': {
		text: 'Parameter error. For details about the error, see the text of the service',
		advice: CHECK_FIELDS,
		isVague: true,
	},
	'02000001': { text: 'Empty parameter', advice: CHECK_FIELDS },
	'02000002': { text: 'The parameter contains invalid characters', advice: CHECK_FIELDS },
	'02000003': {
		text: 'The parameter length cannot exceed the maximum length',
		advice: CHECK_FIELDS,
	},
	'02000004': {
		text: 'The parameter length cannot be less than the minimum length',
		advice: CHECK_FIELDS,
	},
	'02000005': {
		text: 'The parameter length must be within the specified range',
		advice: CHECK_FIELDS,
	},
	'02000006': { text: 'Incorrect parameter type', advice: CHECK_FIELDS },
	'02000007': { text: 'Incorrect parameter value', advice: CHECK_FIELDS },
	'02000008': {
		text: 'Parameter conversion error. Check the request parameters',
		advice: CHECK_FIELDS,
	},
	'02000009': {
		text: 'Incorrect parameter combination. Check the request parameters',
		advice: CHECK_FIELDS,
	},
	'02000010': {
		text: 'The hour and minute parameters must be set at the same time',
		advice: CHECK_FIELDS,
	},
	'02000011': {
		text: 'The number of parameters cannot exceed the specified number',
		advice: CHECK_FIELDS,
	},
} satisfies CodeTable;

/** Parameter errors that name a fault of a single value: its characters or its length. */
const ABOUT_A_VALUE = ['02000002', '02000003', '02000004', '02000005'] as const;

/** The same of an interface that takes many records: such a fault is of one of them. */
export const RECORD_CODES: CodeTable = Object.fromEntries(
	ABOUT_A_VALUE.map((code) => [code, { ...PARAMETER_CODES[code], isAbout: 'record' as const }]),
);

/** What the interfaces say that take many numbers at once. Source: vendor pages cec_07_0744, 0745 and 0759. */
export const TOO_MANY_NUMBERS: CodeTable = {
	'0200029': {
		text: 'The request has more numbers than the platform takes at once',
		advice: 'Ask the platform how many numbers it takes in one request.',
	},
};

/** What the pages of campaigns list, and those beside them that are not about one campaign. */
export const DATABASE_CODES: CodeTable = {
	'0200006': { text: 'Database error', advice: TRY_LATER, isAbout: 'request' },
};

/**
 * What the pages of campaigns, call data and results list besides. A state that does not allow
 * something (0200011) is a matter of the interfaces that a state stops.
 */
export const CAMPAIGN_CODES: CodeTable = {
	...DATABASE_CODES,
	'0200007': {
		text: 'The campaign does not exist',
		advice: 'Choose a campaign from the list, or check its ID and the VDN ID.',
		isAbout: 'target',
	},
};

export const isales = product({
	name: 'isales',
	authentication: 'akSk',
	baseUrl: 'baseUrl',
	method: 'GET',
	envelope: {
		codeFields: ['resultCode', 'returnCode'],
		textFields: ['resultDesc', 'returnDesc'],
		successCodes: ['0200000'],
	},
	codes: PARAMETER_CODES,
	// Every page of 2025 and later has it.
	takesLocale: true,
});

/** What the paths of its interfaces begin with, and those of their second version. */
export const CAMPAIGNS = `/rest/isales/v1/openapi/campaigns/${VDN_PLACEHOLDER}`;
export const CAMPAIGNS_V2 = `/rest/isales/v2/openapi/campaigns/${VDN_PLACEHOLDER}`;

/** How a campaign calls. Source: vendor page cec_07_0727, `deviceType`. */
export const DEVICE_TYPES = {
	'1': 'intelligent IVR',
	'2': 'predicted (skill queue)',
	'3': 'automatic IVR',
	'5': 'previewed',
	'6': 'preempted',
};

/** What retry policies are for. Source: vendor page cec_07_0731, `policyType`. */
export const POLICY_TYPES = { '0': 'global', '1': 'by number type' };

/** Who makes the call of an appointment. Source: vendor page cec_07_0777, `callType`. */
export const APPOINTMENT_TYPES = { '1': 'manual', '2': 'automatic' };

/** Which days a holiday has. Source: vendor page cec_07_4019, `type`. */
export const HOLIDAY_TYPES = { '1': 'by week', '2': 'by date', '3': 'by repeated date' };

/** A number that a campaign calls from, as the service takes it. */
export interface CallingNumber extends IDataObject {
	accessCode: string;
}

/** How the service takes many of them: nobody documents whether all of a request or none. */
export const CALLING_NUMBERS = {
	field: 'callerNo',
	size: 100,
	isRefusalOpen: true,
	keyOf: ({ accessCode }: CallingNumber) => accessCode,
	answerOf: () => ({ success: true }),
} as const;

/**
 * Whose clock the times of a campaign are by. Source: vendor pages cec_07_0721 and 0722, which are about
 * adding one. That those that are read go by the same clock is an assumption: pages 0726 and 0727 do not
 * say.
 */
export const CAMPAIGN_CLOCK = 'utc';

/** What a campaign is made of, as creating and changing one take it. Source: vendor page cec_07_0722. */
export const CAMPAIGN_LIMITS = {
	name: { maxLength: 100 },
	description: { maxLength: 200 },
	deviceType: { values: [1, 2, 3, 5, 6] },
	priority: { min: 1, max: 5 },
	maxAlertingTime: { min: 5, max: 60 },
} as const;

/** One request after the other for each campaign. */
export const ONE_BY_ONE = { concurrency: 1, isPerCampaign: true } as const;

/** How a call ended. Source: vendor page 0783, `callStatus`. */
export const CALL_RESULT_MEANINGS = { callStatus: { '5': 'failed', '6': 'successful' } };

/** Fields of the result of a call that are text whatever the service writes. */
export const CALL_RESULT_TEXTS = [
	'campaignId',
	'sessionId',
	'called',
	'failCode',
	'resultCode',
	'callId',
	'customField',
];
