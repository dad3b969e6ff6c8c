/** The tables of the vendor's pages, and the words in which n8n shows them. */

const seeds = require('./seed-tables.json');

/** @typedef {Record<string, string>} Table */

/**
 * Texts that name a field which nobody sees in n8n say it in other words.
 *
 * @type {Table}
 */
const REWORDED = {
	'Parameter error. For details about the error, see resultDesc':
		'Parameter error. For details about the error, see the text of the service',
};

/** @param {string} text */
function asShown(text) {
	const sentence = text.replace(/\.$/, '');
	return REWORDED[sentence] ?? sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/**
 * @param {Table} table
 * @returns {Table}
 */
function shown(table) {
	return Object.fromEntries(Object.entries(table).map(([code, text]) => [code, asShown(text)]));
}

module.exports = { asShown, seeds, shown };
