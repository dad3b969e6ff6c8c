/** The figures of `npm run bench`: what was measured, and whether it is good enough. */

const { table } = require('./table');

/** @typedef {{ what: string, figure: string, goal: string, isReached: boolean }} Row */

/**
 * @param {string} what
 * @param {number} value
 * @param {number} [goal] at most
 * @param {string} [unit]
 * @returns {Row}
 */
function row(what, value, goal = Infinity, unit = '') {
	return {
		what,
		figure: `${value.toFixed(2)}${unit}`,
		goal: goal === Infinity ? '' : `at most ${goal}${unit}`,
		isReached: value <= goal,
	};
}

/**
 * @param {Row[]} rows
 * @returns {string}
 */
function figuresTable(rows) {
	const lines = rows.map(({ what, figure, goal, isReached }) => [
		what,
		figure,
		goal && `${isReached ? '✓' : '✗'} ${goal}`,
	]);
	return table(['What', 'Figure', 'Goal'], lines);
}

module.exports = { figuresTable, row };
