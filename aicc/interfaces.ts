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
import { VDN_PLACEHOLDER } from './target';

export interface AiccInterface {
	/** What it does, for messages: "the query of access codes". */
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
	codes: CodeTable;
	/** Whether it changes something at the service, so that it must not be sent twice blindly. */
	changes: boolean;
}

/** CC-Management, mobileAgent and SmartCare on the API Fabric. */
const fabric = {
	authentication: 'token',
	method: 'POST',
	changes: false,
} as const;

/** Outbound calls. */
const isales = {
	authentication: 'akSk',
	method: 'GET',
	codeFields: ['resultCode', 'returnCode'],
	textFields: ['resultDesc', 'returnDesc'],
	answers: ['0200000'],
	codes: ISALES_CODES,
	changes: false,
} as const;

const CAMPAIGNS = `/rest/isales/v1/openapi/campaigns/${VDN_PLACEHOLDER}`;

export const INTERFACES = {
	queryAccessCodeList: {
		...fabric,
		title: 'the query of access codes',
		path: '/apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList',
		codeFields: ['returnCode'],
		textFields: ['description'],
		answers: ['0'],
		codes: CONFIGURATION_CODES,
	},
	getCalledInfo: {
		...fabric,
		title: 'the query of the called device',
		path: '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
		codeFields: ['retCode'],
		textFields: ['retMsg'],
		answers: ['0', '4', '5'],
		codes: CALLED_INFO_CODES,
	},
	queryFaultyUser: {
		...fabric,
		title: 'the check of the subscriber',
		path: '/apiaccess/CC-Management/v1/smartcare/queryfaultyuser',
		codeFields: ['returnCode'],
		textFields: ['description'],
		answers: ['0', '1'],
		codes: SMARTCARE_CODES,
	},
	queryObsResultCodes: {
		...isales,
		title: 'the query of OBS result codes',
		path: `${CAMPAIGNS}/queryOBSResultCode`,
	},
	queryExternalResults: {
		...isales,
		title: 'the query of external results',
		path: `${CAMPAIGNS}/queryOBSResults`,
	},
	queryExternalResult: {
		...isales,
		title: 'the query of one external result',
		path: `${CAMPAIGNS}/{defId}/queryObsResultDetail`,
	},
} as const satisfies Record<string, AiccInterface>;

/** The interface that gives bearer tokens, and the longest life that can be asked for one. Source:
 * vendor page cec_07_0002. */
export const TOKEN_INTERFACE = {
	path: '/apigovernance/api/oauth/tokenByAkSk',
	maxLifetimeSeconds: 3600,
} as const;

/** Rows on a page of CC-iSales lists. Source: seed queryOBSResultCode, `pageSize` 1 to 50. */
export const ISALES_PAGE_SIZE = 50;

/** Rows on a page of access codes. Source: seed queryAccessCodeList, `limit`. */
export const ACCESS_CODE_PAGE_SIZE = 100;

/** Greatest `offset` of the query of access codes. Source: same seed. */
export const ACCESS_CODE_MAX_OFFSET = 100;

/** Longest access code. Source: vendor page createCalledRoute, `accessCode`. */
export const ACCESS_CODE_MAX_LENGTH = 32;

/** Longest calling or called number. Source: seed getCalledInfo, string (32). */
export const NUMBER_MAX_LENGTH = 32;

/** Look-back of SmartCare in seconds. Source: seed queryfaultyuser, `backtraceDuration`. */
export const BACKTRACE_SECONDS = { min: 60, max: 86_400 } as const;
