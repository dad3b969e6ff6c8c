import type { JsonObject } from '../../aicc/base/json';
import { contentOf } from './content';

/** What can happen to a record. */
export type ChangeKind = 'added' | 'changed' | 'removed';

/** What happened to one record. */
export interface Change {
	kind: ChangeKind;
	/** As it is now; a removed one as it was. */
	record: JsonObject;
	/** As it was; null for an added one. */
	previous: JsonObject | null;
	/** Names of the fields that are not what they were; none unless `changed`. */
	changedFields: string[];
}

/** Records by what identifies them. */
export type Records = ReadonlyMap<string, JsonObject>;

/** A field that is missing is as good as one that is null: the service writes it either way. */
function changedFields(before: JsonObject, after: JsonObject): string[] {
	const names = new Set([...Object.keys(after), ...Object.keys(before)]);
	return [...names].filter((name) => contentOf(before[name]) !== contentOf(after[name]));
}

/** The change of a record that was not there before. */
export function added(record: JsonObject): Change {
	return { kind: 'added', record, previous: null, changedFields: [] };
}

/** What happened between two readings of a list: in the order of the list, then what is gone. */
export function compareRecords(before: Records, after: Records): Change[] {
	const changes: Change[] = [];
	for (const [key, record] of after) {
		const previous = before.get(key);
		if (!previous) {
			changes.push(added(record));
			continue;
		}
		const fields = changedFields(previous, record);
		if (fields.length > 0) {
			changes.push({ kind: 'changed', record, previous, changedFields: fields });
		}
	}
	for (const [key, record] of before) {
		if (after.has(key)) continue;
		changes.push({ kind: 'removed', record, previous: record, changedFields: [] });
	}
	return changes;
}
