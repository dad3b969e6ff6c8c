import type { JsonObject } from '../../aicc/base/json';
import type { Records } from './changes';
import { contentOf } from './content';

/** The first record with a key has the key itself, the others have a number after it. */
function nameOf(key: string, number: number): string {
	return number === 1 ? key : `${key}\n${number}`;
}

/** The names under which records of the same key and content were known. */
function namesByContent(before: Records, keys: ReadonlyMap<string, unknown>, keyOf: KeyOf) {
	const names = new Map<string, string[]>();
	for (const [name, record] of before) {
		if (!keys.has(keyOf(record))) continue;
		const content = contentOf(record);
		names.set(content, [...(names.get(content) ?? []), name]);
	}
	return names;
}

type KeyOf = (row: JsonObject) => string;

/**
 * Records by what identifies them. The service may have several with the same key: each of them is
 * kept, and is the one that has the same content in the records before, so that nothing has changed
 * when the service gives them in another order.
 */
export function byKey(
	keyOf: KeyOf,
	rows: JsonObject[],
	before: Records = new Map(),
): Map<string, JsonObject> {
	const groups = new Map<string, JsonObject[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	const several = new Map(
		[...groups].filter(([key, group]) => group.length > 1 || before.has(nameOf(key, 2))),
	);
	const known = several.size > 0 ? namesByContent(before, several, keyOf) : undefined;
	const records = new Map<string, JsonObject>();
	for (const [key, group] of groups) {
		const others = group.filter((row) => {
			const name = several.has(key) ? known?.get(contentOf(row))?.shift() : undefined;
			if (name !== undefined) records.set(name, row);
			return name === undefined;
		});
		for (const row of others) {
			let number = 1;
			while (records.has(nameOf(key, number))) number++;
			records.set(nameOf(key, number), row);
		}
	}
	return records;
}
