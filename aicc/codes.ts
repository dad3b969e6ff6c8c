/**
 * Result codes and code values, as the vendor's pages list them. Data only: what a code means
 * and what to do about it. The same code means different things on different interfaces: those of
 * outbound calling are in `outboundCodes.ts`.
 */
export interface CodeMeaning {
	text: string;
	/** What to do about it. */
	advice?: string;
	/** Whether it says nothing beside the service's own text. */
	isVague?: boolean;
	/**
	 * What it is about, where the pages or the words of the code say so:
	 *
	 * - `record`: a single record; the others of the request may be taken
	 * - `request`: this one request as a whole; the next one may be taken
	 * - `target`: the campaign, or what all records have in common; no further request would fare
	 *   better
	 * - `full`: there is no room for all records of the request
	 * - `pace`: asked too often; the same request may be taken a little later
	 *
	 * Without it, it may be about a record or about all of them.
	 */
	isAbout?: 'record' | 'request' | 'target' | 'full' | 'pace';
}

export type CodeTable = Readonly<Record<string, CodeMeaning>>;

const PARAMETERS_ADVICE =
	'Check the fields of this operation; the text of the service names the one it means.';

/** CC-iSales. Source: seeds queryOBSResultCode (table 5) and queryObsResultDetail (table 6). */
export const ISALES_CODES: CodeTable = {
	'0200001': {
		text: 'Parameter error. For details about the error, see the text of the service',
		advice: PARAMETERS_ADVICE,
		isVague: true,
	},
	'02000001': { text: 'Empty parameter', advice: PARAMETERS_ADVICE },
	'02000002': { text: 'The parameter contains invalid characters', advice: PARAMETERS_ADVICE },
	'02000003': {
		text: 'The parameter length cannot exceed the maximum length',
		advice: PARAMETERS_ADVICE,
	},
	'02000004': {
		text: 'The parameter length cannot be less than the minimum length',
		advice: PARAMETERS_ADVICE,
	},
	'02000005': {
		text: 'The parameter length must be within the specified range',
		advice: PARAMETERS_ADVICE,
	},
	'02000006': { text: 'Incorrect parameter type', advice: PARAMETERS_ADVICE },
	'02000007': { text: 'Incorrect parameter value', advice: PARAMETERS_ADVICE },
	'02000008': {
		text: 'Parameter conversion error. Check the request parameters',
		advice: PARAMETERS_ADVICE,
	},
	'02000009': {
		text: 'Incorrect parameter combination. Check the request parameters',
		advice: PARAMETERS_ADVICE,
	},
	'02000010': {
		text: 'The hour and minute parameters must be set at the same time',
		advice: PARAMETERS_ADVICE,
	},
	'02000011': {
		text: 'The number of parameters cannot exceed the specified number',
		advice: PARAMETERS_ADVICE,
	},
};

/** SmartCare. Source: seed queryfaultyuser, table 4. */
export const SMARTCARE_CODES: CodeTable = {
	'0': { text: 'Query succeeded. Data is found in the query result' },
	'1': { text: 'Query succeeded. No data is found in the query result' },
	'2': { text: 'Invalid MSISDN', advice: 'Check MSISDN: country code and number, digits only.' },
	'3': { text: 'Invalid fault time', advice: 'Check Fault Time.' },
	'4': {
		text: 'The scenario does not exist',
		advice: 'Complaint Scene must be a scenario that is set up for your tenant in SmartCare.',
	},
	'5': {
		text: 'DAC query error',
		advice: 'The data source behind SmartCare did not answer well. Try again later.',
	},
	'97': { text: 'Other errors', advice: 'Try again later; if it stays, ask the platform.' },
	'101': { text: 'Parameter verification failed', advice: PARAMETERS_ADVICE },
	'102': {
		text: 'AICC internal system error',
		advice: 'Try again later; if it stays, ask the platform.',
	},
};

/** Called device. Source: seed getCalledInfo. 4 and 5 are answers, not failures. */
export const CALLED_INFO_CODES: CodeTable = {
	'0': { text: 'Success' },
	'4': { text: 'The called party ID cannot be obtained' },
	'5': { text: 'The called party ID is not configured' },
};

/** Configuration interfaces. Source: seed queryAccessCodeList; no codes but 0 are documented. */
export const CONFIGURATION_CODES: CodeTable = { '0': { text: 'Success' } };

/** What the pages advise for an HTTP status. Sources: the "Status code" parts of the seeds. */
export const STATUS_MEANINGS: Readonly<Record<number, CodeMeaning>> = {
	400: {
		text: 'Incorrect request',
		advice: 'Check the request path and parameters.',
	},
	401: {
		text: 'Unauthorized operation',
		advice:
			'1. Check whether you have purchased related services. 2. Contact customer service to check the status of your account.',
	},
	403: {
		text: 'Authentication fails',
		advice: 'Check the keys in the credential, and that your account may use this interface.',
	},
	404: {
		text: 'The requested content is not found',
		advice:
			"Check the request path: the credential's Base URL must be scheme, host and port of the right server.",
	},
	500: {
		text: 'Business failure',
		advice: 'Check the values of parameters in the request.',
	},
};

/** Media types. Source: seed queryAccessCodeList, response table. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
	'2': 'click-to-dial',
	'5': 'audio and video',
	'18': 'video click-to-dial',
	'19': 'video',
	'53': 'multimedia',
};

/** Media types that the query can be narrowed to. Source: same seed, request table. */
export const QUERYABLE_MEDIA_TYPES = [2, 5, 53] as const;

/** What an access code may be used for. Source: same seed, `numCallAttr`. */
export const NUMBER_CALL_ATTRIBUTES: Readonly<Record<string, string>> = {
	'1': 'inbound call',
	'2': 'outbound call',
	'3': 'inbound call and outbound call',
};

/** Where a called number leads. Source: seed getCalledInfo, `devType`. */
export const DEVICE_TYPES: Readonly<Record<string, string>> = {
	'0': 'skill queue',
	'1': 'number',
};

/** How a call ended. Source: vendor page 0783, `callStatus`. */
export const CALL_STATUSES: Readonly<Record<string, string>> = {
	'5': 'failed',
	'6': 'successful',
};

/** How far a campaign is. Source: vendor page 0727, `status`. */
export const CAMPAIGN_STATUSES: Readonly<Record<string, string>> = {
	'2': 'running',
	'3': 'paused',
	'4': 'finished',
};

/** How a campaign calls. Source: same page, `deviceType`. */
export const CAMPAIGN_DEVICE_TYPES: Readonly<Record<string, string>> = {
	'1': 'intelligent IVR',
	'2': 'predicted (skill queue)',
	'3': 'automatic IVR',
	'5': 'previewed',
	'6': 'preempted',
};

/** What a retry policy goes by. Source: vendor pages 0730 and 0731, `policyType`. */
export const RETRY_POLICY_TYPES: Readonly<Record<string, string>> = {
	'0': 'global',
	'1': 'by number type',
};
