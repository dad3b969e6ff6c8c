import type { JsonObject } from '../../aicc/base/json';

/**
 * Records without the names of their fields, which are kept once for all records of a shape. That
 * is all that is stored of a list: its values are needed to tell what a changed or removed record
 * was, its names would be more than half of the text. A record takes its values and 2 to 4 bytes
 * for each: 58 bytes for an OBS result code, 71 for an access code (measured in
 * test/engine/triggerLists).
 */
export interface PackedRecords {
	/** Names of fields; nearly always one list of them. */
	shapes: string[][];
	/** The number of the shape, then the values. */
	rows: unknown[][];
}

/** Packs records, in their order. */
export function packRecords(records: Iterable<JsonObject>): PackedRecords {
	const shapes = new Map<string, number>();
	const rows = Array.from(records, (record) => {
		const shape = JSON.stringify(Object.keys(record));
		if (!shapes.has(shape)) shapes.set(shape, shapes.size);
		return [shapes.get(shape), ...Object.values(record)];
	});
	return { shapes: Array.from(shapes.keys(), (shape) => JSON.parse(shape) as string[]), rows };
}

/** A copy, because n8n hands stored values out wrapped in ways that items must not be. */
function plain(value: unknown): unknown {
	return typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;
}

/** What `packRecords` has packed, as plain objects. */
export function unpackRecords({ shapes, rows }: PackedRecords): JsonObject[] {
	return rows.map(([shape, ...values]) => {
		const names = shapes[Number(shape)] ?? [];
		return Object.fromEntries(names.map((name, index) => [name, plain(values[index])]));
	});
}
