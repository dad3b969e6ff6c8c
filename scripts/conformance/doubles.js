/** Names that an object of an answer has twice: whoever reads it takes one value and loses the other. */

const { isKnown } = require('./names');
const { wayInWords } = require('./shape');

/** A string, or what begins, ends or parts what is in an object or a list. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{},:]/g;

/** What stands for a row, and for a name that may be somebody's. */
const ROW = '0';

/**
 * @typedef {object} Level
 * @property {Set<string>} names that the object has had, none in a list
 * @property {string} part of the way to what is in it
 */

/**
 * @param {string} text that is JSON
 * @returns {string[]} fields, as a report has them
 */
function doublesIn(text) {
	/** @type {Level[]} */
	const levels = [];
	/** @type {Set<string>} */
	const doubles = new Set();
	let last = '';
	for (const [token] of text.matchAll(TOKENS)) {
		const level = levels.at(-1);
		if (token === '{' || token === '[') levels.push({ names: new Set(), part: ROW });
		else if (token === '}' || token === ']') levels.pop();
		else if (token === ':' && level) {
			const name = String(JSON.parse(last));
			level.part = isKnown(name) ? name : ROW;
			if (level.names.has(name)) doubles.add(wayInWords(levels.map(({ part }) => part)));
			level.names.add(name);
		}
		last = token;
	}
	return [...doubles];
}

module.exports = { doublesIn };
