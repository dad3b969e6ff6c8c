/** docs/codes.md: the result codes of each interface, what they mean and what to do. */

const { splitShared, withParts } = require('../lib/documents');
const { PRODUCTS } = require('../lib/interface-files');
const { loadEndpoint, operationsByInterface } = require('../lib/operations');
const { markdownTable } = require('../lib/table');

/** @typedef {import('../../aicc/protocol/endpoint').Endpoint} Endpoint */

const HEAD = ['code', 'meaning', 'what to do'];

/**
 * @param {Endpoint} endpoint
 * @returns {string[][]}
 */
function rowsOf({ codes, successCodes }) {
	return Object.entries(codes)
		.sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
		.map(([code, { text, advice }]) => [
			`\`${code}\``,
			text,
			successCodes.includes(code) ? 'Nothing: it is an answer' : (advice ?? ''),
		]);
}

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	const asked = [...operationsByInterface()].map(([name, titles]) => ({
		name,
		titles,
		rows: rowsOf(loadEndpoint(name)),
	}));
	const parts = splitShared(asked).map(({ product, shared, interfaces }) =>
		[
			`## ${PRODUCTS[product]}`,
			...(shared.length > 0 ? [markdownTable(HEAD, shared)] : []),
			...interfaces.map(
				({ id, titles, rows }) =>
					`### ${id}\n\n${titles.join(', ')}.\n\n${markdownTable(HEAD, rows)}`,
			),
		].join('\n\n'),
	);
	return [await withParts('docs/codes.md', { codes: parts.join('\n\n') })];
}

module.exports = { files };
