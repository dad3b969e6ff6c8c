/** How much the interfaces take and give at once, and how long their values may be. Data only. */

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

/** Rows on a page of campaigns. Source: vendor page 0727, `rowsPerPage`. */
export const CAMPAIGN_PAGE_SIZE = 100;

/** Rows on a page of call results, and with every attempt. Source: vendor page 0783. */
export const CALL_RESULT_PAGE_SIZE = { final: 500, everyAttempt: 100 } as const;

/** Days from the first to the last of one query of call results. Source: same page, 30 at most. */
export const CALL_RESULT_MAX_DAYS = 30;

/** Rows on a page of the blocklist. Source: vendor page 0747, `limit`. */
export const BLOCKLIST_PAGE_SIZE = 100;

/** Records in one request: call data (vendor page 0759), blocklist (0744, 0747). */
export const RECORDS_PER_REQUEST = 20;

/** Longest values of call data, campaigns, external results and the blocklist, in characters.
 * Sources: vendor pages 0759, 0727, 0798 and 0744. */
export const OUTBOUND_MAX_LENGTHS = {
	number: 24,
	sessionId: 32,
	customField: 200,
	callData: 1024,
	campaignName: 30,
	resultCode: 7,
} as const;

/** How long a number stays blocked, in units of the user's choice. Source: vendor page 0744. */
export const BLOCK_DURATION = { min: 1, max: 120 } as const;
