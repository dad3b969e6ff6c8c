/** CC-iSales (C2): outbound calls. */
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

/** What the pages of campaigns, call data and results list besides. */
export const CAMPAIGN_CODES: CodeTable = {
	'0200006': { text: 'Database error', advice: TRY_LATER, isAbout: 'request' },
	'0200007': {
		text: 'The campaign does not exist',
		advice: 'Choose a campaign from the list, or check its ID and the VDN ID.',
		isAbout: 'target',
	},
	'0200011': {
		text: 'The state of the campaign does not allow it',
		advice: 'Look at the status of the campaign.',
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
});

/** What the paths of its interfaces begin with. */
export const CAMPAIGNS = `/rest/isales/v1/openapi/campaigns/${VDN_PLACEHOLDER}`;

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
