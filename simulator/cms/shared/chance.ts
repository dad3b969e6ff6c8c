/** Chance that is the same at each start: numbers out of a seed. */

/** A source of numbers from 0 up to, but without, 1. */
export type Draw = () => number;

/** Mixes numbers into one of 32 bits. */
export function mixed(...numbers: number[]): number {
	let hash = 2_166_136_261;
	for (const number of numbers) {
		for (const part of [number % 4_294_967_296, Math.floor(number / 4_294_967_296)]) {
			hash = Math.imul(hash ^ part, 16_777_619);
			hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
		}
	}
	return hash >>> 0;
}

/** The numbers of a seed (the generator is known as mulberry32). */
export function drawsOf(seed: number): Draw {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let bits = Math.imul(state ^ (state >>> 15), state | 1);
		bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
		return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** A whole number, both ends included. */
export function between(draw: Draw, least: number, most: number): number {
	return least + Math.floor(draw() * (most - least + 1));
}

/** How long one waits for what happens by chance, such as the next call. */
export function gap(draw: Draw, mean: number): number {
	return Math.max(1, Math.round(-Math.log(1 - draw()) * mean));
}

/** One of a list by weights, of which there is at least one. */
export function pick<T>(
	draw: Draw,
	choices: ReadonlyArray<readonly [choice: T, weight: number]>,
): T {
	let left = draw() * choices.reduce((sum, [, weight]) => sum + weight, 0);
	for (const [choice, weight] of choices) {
		left -= weight;
		if (left < 0) return choice;
	}
	return (choices[choices.length - 1] as readonly [T, number])[0];
}
