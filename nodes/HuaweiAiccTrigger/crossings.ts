/** Values that cross a threshold: which of the watched things are on its far side. */

export type Operator = 'atLeast' | 'atMost';

/** Where the alarm begins; the value itself belongs to the far side. */
export interface Threshold {
	operator: Operator;
	value: number;
}

/** By ID: whether the thing was across the threshold, 1, or not, 0, when it was read last. */
export type KnownSides = Record<string, 0 | 1>;

/** A value that was read. A thing whose value was not read, or is no number, has none. */
export interface Reading {
	id: number;
	value: number;
}

/** To the far side of the threshold, or back. */
export type CrossingKind = 'crossed' | 'back';

/** A reading that is on the other side than the one before. */
export interface Crossing extends Reading {
	change: CrossingKind;
}

function isAcross({ value }: Reading, threshold: Threshold): boolean {
	return threshold.operator === 'atLeast' ? value >= threshold.value : value <= threshold.value;
}

/**
 * What crossed since the last reading, and what is known then. What could not be read is held to be
 * where it was. What is read for the first time has not crossed, unless it is wanted as if it had.
 *
 * @param ids what is watched; of others nothing is kept
 * @param emitExisting whether what is across at the first reading counts
 */
export function compareSides(
	known: KnownSides | undefined,
	readings: Reading[],
	{ ids, threshold, emitExisting }: { ids: number[]; threshold: Threshold; emitExisting: boolean },
): { sides: KnownSides; crossings: Crossing[] } {
	const before = new Map(Object.entries(known ?? {}));
	const read = new Map(readings.map((reading) => [reading.id, reading]));
	const sides: KnownSides = {};
	const crossings: Crossing[] = [];
	for (const id of ids) {
		const last = before.get(String(id));
		const reading = read.get(id);
		if (!reading) {
			if (last !== undefined) sides[id] = last;
			continue;
		}
		const side = isAcross(reading, threshold) ? 1 : 0;
		sides[id] = side;
		const isNews = last === undefined ? side === 1 && emitExisting : side !== last;
		if (isNews) crossings.push({ ...reading, change: side === 1 ? 'crossed' : 'back' });
	}
	return { sides, crossings };
}
