/**
 * Rows whose fields are on no page that was seen. A field that is called as one of the other interfaces
 * is taken for the same.
 */
import type { JsonObject } from '../../../base/json';
import type { Meanings } from '../../product';
import { toOneForm } from './oneForm';
import { CALL_TYPES, LEAVE_REASONS, MEDIA_TYPES } from './tables';

const MEANINGS = {
	callType: CALL_TYPES,
	enterReason: LEAVE_REASONS,
	leaveReason: LEAVE_REASONS,
	mediaType: MEDIA_TYPES,
};

const FIELDS = {
	texts: ['callId', 'callerNo', 'calleeNo', 'callingNum', 'calledNum', 'workNo'],
	times: ['logDate', 'waitBegin', 'ackBegin', 'callBegin', 'callEnd'],
	numbers: [...Object.keys(MEANINGS), 'subMediaType', 'vdn', 'agentId', 'skillId'],
};

/** Such a row with its fields in one form. */
export function unseenRow(row: JsonObject): JsonObject {
	return toOneForm(FIELDS)(row);
}

/**
 * Such rows of what goes on, with their fields in one form. The number of an agent is text, as where it
 * is seen: `workNo` on vendor page cec_07_2559, `agentId` on cec_07_2566.
 */
export function unseenStates(rows: JsonObject[]): JsonObject[] {
	return rows.map(toOneForm({ ...FIELDS, texts: [...FIELDS.texts, 'agentId'] }));
}

/** The words for the codes that such a row has. */
export function meaningsOfUnseen(row: JsonObject): Record<string, Meanings> {
	const coded = Object.entries(MEANINGS).filter(([field]) => Object.hasOwn(row, field));
	return Object.fromEntries(coded);
}
