/** Chance that is the same every time, and how unequal tenants are. */

/**
 * Numbers from 0 to 1 that look like chance and are the same every time (mulberry32).
 *
 * @param {number} seed
 */
function chance(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/**
 * @param {number} tenants
 * @param {number} skew how unequal they are: 0 for equal, 1 for Zipf's law
 * @returns {number[]} each tenant's share of the look-ups, the greatest first
 */
function sharesOf(tenants, skew) {
	const weights = Array.from({ length: tenants }, (_, index) => (index + 1) ** -skew);
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return weights.map((weight) => weight / sum);
}

module.exports = { chance, sharesOf };
