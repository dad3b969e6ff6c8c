/** Which of two answers of one interface tells more. */

const { NOTHING_IN_IT } = require('./judge');
const { once } = require('./misfits');

/** @typedef {import('./examine').Result} Result */

/** How much an answer tells. @param {Result} result */
function worthOf({ state, note }) {
	if (state === 'answered') return note === NOTHING_IN_IT ? 2 : 3;
	return state === 'refused' ? 1 : 0;
}

/**
 * Of two answers of one interface, the one that tells more, with what differs in either.
 *
 * @param {Result} one
 * @param {Result} other
 * @returns {Result}
 */
function betterOf(one, other) {
	const better = worthOf(other) >= worthOf(one) ? other : one;
	return {
		...better,
		differences: once([...one.differences, ...other.differences]),
		forms: [...new Set([...one.forms, ...other.forms])],
	};
}

module.exports = { betterOf };
