import { CCFS, ccfs, CHECK_FILE_REQUEST } from './product';

/** What a bill file holds. Source: vendor page cec_07_0814 and its public clients, `dataType`. */
export const BILL_CONTENTS = {
	call: 'calls',
	record: 'recordings',
	call_record: 'calls and recordings',
} as const;

/**
 * Source: vendor page cec_07_0814, whose table of parameters was not seen: their names are those of
 * its public clients. Whose clock the times go by is not stated; that of its sisters is the tenant's.
 */
export const queryBillData = ccfs.endpoint({
	title: 'request the call bill file',
	path: `${CCFS}/queryBillData`,
	payload: 'resultData.responseId',
	clock: 'tenant',
	limits: { dataType: { values: ['call', 'record', 'call_record'] } },
	write: { check: CHECK_FILE_REQUEST },
});
