/** Clocks and times of what was asked. */

const { PRODUCTS } = require('../lib/interface-files');

/** @typedef {import('./examine').Result} Result */

/** Clocks that differ by less than this, in milliseconds, are taken to be right. */
const CLOCK_TOLERANCE_MS = 60_000;

const DAY_SECONDS = 24 * 60 * 60;

/** From so many days on a difference is told in days: long numbers are left out of a report. */
const MANY_DAYS = 10;

/** @param {number[]} sorted */
function median(sorted) {
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** @param {number} difference milliseconds */
function clockInWords(difference) {
	const seconds = Math.round(Math.abs(difference) / 1000);
	if (seconds <= 1) return 'the same, to a second';
	const direction = difference > 0 ? 'ahead of' : 'behind';
	const days = Math.round(seconds / DAY_SECONDS);
	const amount = days < MANY_DAYS ? `${seconds} s` : `${days} days`;
	return `${amount} ${direction} this machine`;
}

/**
 * How far the clock of a product is ahead, in milliseconds, out of all its answers.
 *
 * @param {Result[]} own
 * @returns {number | undefined} undefined when it tells no time
 */
function clockOf(own) {
	const differences = own.flatMap(({ clockDifference }) => clockDifference ?? []);
	if (differences.length === 0) return undefined;
	return median(differences.sort((one, other) => one - other));
}

/** @param {Result[]} results @param {string} product */
function askedOf(results, product) {
	return results.filter((result) => result.product === product && result.ms !== undefined);
}

/** Clocks that are wrong, one of the two. @param {Result[]} results @returns {string[][]} */
function clockRows(results) {
	return Object.entries(PRODUCTS).flatMap(([product, title]) => {
		const clock = clockOf(askedOf(results, product)) ?? 0;
		if (Math.abs(clock) <= CLOCK_TOLERANCE_MS) return [];
		return [[title, '(clock)', 'the time of this machine, to a minute', clockInWords(clock)]];
	});
}

module.exports = { CLOCK_TOLERANCE_MS, askedOf, clockInWords, clockOf, clockRows, median };
