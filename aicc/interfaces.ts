/**
 * The interfaces of AICC that this package speaks to: paths, how they say success, and how much
 * they give at once. Adding an interface begins with a row here.
 */
import type { IHttpRequestMethods } from 'n8n-workflow';

import {
	CALLED_INFO_CODES,
	CONFIGURATION_CODES,
	ISALES_CODES,
	SMARTCARE_CODES,
	type CodeTable,
} from './codes';
import type { Pace } from './lanes';
import {
	ADD_CALL_DATA_CODES,
	BLOCKLIST_CODES,
	CAMPAIGN_CODES,
	DELETE_CALL_DATA_CODES,
	OUTBOUND_CODES,
	PAUSE_CODES,
	RESUME_CODES,
} from './outboundCodes';
import { VDN_PLACEHOLDER } from './target';
import type { Clock } from './time';

export interface AiccInterface {
	/** What it does, after "Could not" in messages: "pause the campaign". */
	title: string;
	/** `token`: bearer token (C1). `akSk`: signature (C2). */
	authentication: 'token' | 'akSk';
	method: IHttpRequestMethods;
	/** Path with `{placeholders}` for the values that go into it. */
	path: string;
	/** Fields of the answer that hold the result code and its text; the first one there counts. */
	codeFields: readonly string[];
	textFields: readonly string[];
	/** Result codes that are answers. Every other one is a failure. */
	answers: readonly string[];
	/** What its codes mean: the same code may mean something else on another interface. */
	codes: CodeTable;
	/** Set when it changes something at the service, so that it must not be sent twice blindly. */
	change?: Change;
	/** Whose clock the times are by that it takes and gives; none where they are epoch milliseconds. */
	clock?: Clock;
	/** How often it may be asked; as often as the host takes it when there is none. */
	pace?: Pace;
}

/** What an interface changes. */
export interface Change {
	/** What to look at, and then to do, when nobody knows whether a change was made. */
	check: string;
}

/** CC-Management, mobileAgent and SmartCare on the API Fabric. */
const fabric = {
	authentication: 'token',
	method: 'POST',
} as const;

/** Outbound calls. */
const isales = {
	authentication: 'akSk',
	method: 'GET',
	codeFields: ['resultCode', 'returnCode'],
	textFields: ['resultDesc', 'returnDesc'],
	answers: ['0200000'],
	codes: ISALES_CODES,
	clock: 'tenant',
} as const;

/** Campaigns, their call data and results, and the blocklist. */
const outbound = { ...isales, codes: OUTBOUND_CODES } as const;

/** One request after the other for each campaign. */
const ONE_BY_ONE = { atOnce: 1, isPerCampaign: true } as const;

const CAMPAIGNS = `/rest/isales/v1/openapi/campaigns/${VDN_PLACEHOLDER}`;

export const INTERFACES = {
	queryAccessCodeList: {
		...fabric,
		title: 'get the access codes',
		path: '/apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList',
		codeFields: ['returnCode'],
		textFields: ['description'],
		answers: ['0'],
		codes: CONFIGURATION_CODES,
	},
	getCalledInfo: {
		...fabric,
		title: 'get the called device',
		path: '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
		codeFields: ['retCode'],
		textFields: ['retMsg'],
		answers: ['0', '4', '5'],
		codes: CALLED_INFO_CODES,
	},
	queryFaultyUser: {
		...fabric,
		title: 'check the subscriber',
		path: '/apiaccess/CC-Management/v1/smartcare/queryfaultyuser',
		codeFields: ['returnCode'],
		textFields: ['description'],
		answers: ['0', '1'],
		codes: SMARTCARE_CODES,
	},
	queryObsResultCodes: {
		...isales,
		title: 'get the OBS result codes',
		path: `${CAMPAIGNS}/queryOBSResultCode`,
	},
	queryExternalResults: {
		...isales,
		title: 'get the external results',
		path: `${CAMPAIGNS}/queryOBSResults`,
	},
	queryExternalResult: {
		...isales,
		title: 'get the external result',
		path: `${CAMPAIGNS}/{defId}/queryObsResultDetail`,
	},
	createExternalResult: {
		...isales,
		title: 'create the external result',
		method: 'POST',
		path: `${CAMPAIGNS}/createObResult`,
		change: {
			check: 'Look for it among the external results; create it again only if it is not there.',
		},
	},
	updateExternalResult: {
		...isales,
		title: 'update the external result',
		method: 'POST',
		path: `${CAMPAIGNS}/updateObResult`,
		change: { check: 'Get the external result; update it again if it is as it was.' },
	},
	deleteExternalResult: {
		...isales,
		title: 'delete the external result',
		method: 'DELETE',
		path: `${CAMPAIGNS}/{defId}/deleteObsResult`,
		change: { check: 'Look for it among the external results; delete it again if it is there.' },
	},
	queryCampaigns: {
		...outbound,
		title: 'get the campaigns',
		path: CAMPAIGNS,
		// Source: vendor pages 0721 and 0722, which a campaign's times are set by.
		clock: 'utc',
	},
	pauseCampaign: {
		...outbound,
		title: 'pause the campaign',
		codes: PAUSE_CODES,
		method: 'PUT',
		path: `${CAMPAIGNS}/{campaignId}/pause`,
		change: { check: 'Look at the status of the campaign; pause it again if it is running.' },
	},
	resumeCampaign: {
		...outbound,
		title: 'resume the campaign',
		codes: RESUME_CODES,
		method: 'PUT',
		path: `${CAMPAIGNS}/{campaignId}/resume`,
		change: { check: 'Look at the status of the campaign; resume it again if it is paused.' },
	},
	queryRetryPolicy: {
		...outbound,
		title: 'get the retry policy',
		codes: CAMPAIGN_CODES,
		path: `${CAMPAIGNS}/retryPolicy/{campaignId}`,
	},
	addCallData: {
		...outbound,
		title: 'add numbers to the campaign',
		codes: ADD_CALL_DATA_CODES,
		method: 'POST',
		path: `${CAMPAIGNS}/calldata/{campaignId}`,
		change: {
			check:
				'Look for the number in the call data of the campaign in AICC; add it again only if it is not there.',
		},
		// Source: vendor page 0759, "at least 1 s between calls for the same campaign".
		pace: { ...ONE_BY_ONE, gap: 1000 },
	},
	queryCallData: {
		...outbound,
		title: 'get the call data',
		codes: CAMPAIGN_CODES,
		path: `${CAMPAIGNS}/calldata/{campaignId}/{dataId}`,
	},
	deleteCallData: {
		...outbound,
		title: 'delete call data of the campaign',
		codes: DELETE_CALL_DATA_CODES,
		method: 'POST',
		path: `${CAMPAIGNS}/calldata/{campaignId}/delete`,
		change: { check: 'Look at the call data of the campaign in AICC; delete what is still there.' },
		// Source: vendor page 0761, "wait for one call to finish before the next".
		pace: { ...ONE_BY_ONE, gap: 0 },
	},
	queryCallResults: {
		...outbound,
		title: 'get the call results',
		codes: CAMPAIGN_CODES,
		method: 'POST',
		path: `${CAMPAIGNS}/callresult/{campaignId}`,
		// Source: vendor page 0783, "at most 10 concurrent requests and more than 1 s between batches".
		pace: { atOnce: 10, gap: 1100, isPerCampaign: false },
	},
	queryCallResult: {
		...outbound,
		title: 'get the call result',
		path: `${CAMPAIGNS}/callresultdetail/{callId}`,
	},
	addToBlocklist: {
		...outbound,
		title: 'add numbers to the blocklist',
		codes: BLOCKLIST_CODES,
		method: 'POST',
		path: `${CAMPAIGNS}/blocklist/add`,
		change: {
			check: 'Check the number with Blocklist: Check; add it again only if it is not blocked.',
		},
	},
	queryBlocklist: {
		...outbound,
		title: 'ask the blocklist',
		method: 'POST',
		path: `${CAMPAIGNS}/blocklist/query`,
	},
	deleteFromBlocklist: {
		...outbound,
		title: 'delete the number from the blocklist',
		codes: BLOCKLIST_CODES,
		method: 'POST',
		path: `${CAMPAIGNS}/blocklist/delete`,
		change: {
			check: 'Check the number with Blocklist: Check; delete it again if it is still blocked.',
		},
	},
} as const satisfies Record<string, AiccInterface>;
