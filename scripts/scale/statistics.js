/** Figures of many values. */

/** @param {number[]} values */
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}

/** @param {number[]} values @returns {number} NaN if there are none */
function average(values) {
	return sum(values) / values.length;
}

/**
 * @param {number[]} sorted
 * @param {number} share
 * @returns {number} what so many of the values do not exceed; 0 if there are none
 */
function percentile(sorted, share) {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * Jain's index of fairness.
 *
 * @param {number[]} values what each one gets
 * @returns {number} 1 when all get the same, 1/n when one of n gets all
 */
function fairness(values) {
	return sum(values) ** 2 / (values.length * sum(values.map((value) => value ** 2)));
}

module.exports = { average, fairness, percentile, sum };
