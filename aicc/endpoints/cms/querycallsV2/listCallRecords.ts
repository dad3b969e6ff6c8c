/** Call records of one direction or both. Source: vendor page cec_07_0607. */
import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../../base/json';
import { readList, rowKey } from '../../../patterns/list/list';
import { readWindows } from '../../../patterns/list/windows';
import type { SendRequest } from '../../../patterns/sendRequest';
import { IS_CALL_IN, type Direction } from '../shared/direction';
import { toOneForm, type FieldTypes } from '../shared/oneForm';
import { querycallsV2 } from '../querycallsV2';

/** Which calls are wanted, by the fields of vendor page cec_07_0607. */
export interface CallRecordQuery {
	ccId: number;
	vdn: number;
	/** First and last moment, in epoch milliseconds, within `recordWindow`. */
	begin: number;
	end: number;
	directions: readonly Direction[];
	/** Calling and called number. */
	callerNo?: string;
	calleeNo?: string;
}

/** What the fields of a record are. Source: same page. */
const FIELDS: FieldTypes = {
	texts: querycallsV2.list.textFields,
	times: ['logDate', 'waitBegin', 'ackBegin', 'callBegin', 'callEnd'],
	numbers: ['callType', 'vdn', 'leaveReason', 'mediaType', 'subMediaType'],
};

/**
 * Records of calls with their `direction`, each once, inbound ones first. A call that the service
 * gives for both directions comes out as inbound.
 *
 * @param wanted how many; Infinity for all
 * @param toItem what becomes of each, with `callId` and `logDate` as they were
 */
export async function listCallRecords(
	ask: SendRequest,
	{ directions, begin, end, ...own }: CallRecordQuery,
	wanted: number,
	toItem = (record: JsonObject): JsonObject => record,
): Promise<JsonObject[]> {
	// As text, as the samples send them.
	const span: IDataObject = { ...own, beginDate: String(begin), endDate: String(end) };
	const rows = await readWindows({
		windows: [...directions],
		read: async (direction) => {
			const filters = { ...span, isCallIn: IS_CALL_IN[direction] };
			const evenRow = toOneForm(FIELDS);
			const toRow = (row: JsonObject) => toItem(Object.assign(evenRow(row), { direction }));
			return await readList(ask, querycallsV2, { filters, toRow }, wanted);
		},
		keyOf: (row) => rowKey(querycallsV2.list, row),
		areAllWanted: wanted === Infinity,
		isEnough: (found) => found.length >= wanted,
	});
	return rows.slice(0, wanted);
}
