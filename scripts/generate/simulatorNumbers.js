/** What is worth trying with the data of the simulator, in its README. */

const { withParts } = require('../lib/documents');
const { load } = require('../lib/operations');
const { markdownTable } = require('../lib/table');

/** @param {unknown} value */
function shownValue(value) {
	return typeof value === 'string' ? value : `\`${JSON.stringify(value)}\``;
}

/** @param {import('../../simulator/core/interfaces').NumberToTry} known */
function rowOf({ operationId, ask, code = '', gives }) {
	const asked = Object.entries(ask).map(([name, value]) => `\`${name}\` ${shownValue(value)}`);
	return [operationId, asked.join(', '), code, gives];
}

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	/** @type {import('../../simulator/core/interfaces').NumberToTry[]} */
	const known = await load('simulator/index.ts').numbersToTry();
	const head = ['interface', 'asked for', 'code', 'what comes'];
	return [
		await withParts('simulator/README.md', {
			'numbers to try': markdownTable(head, known.map(rowOf)),
		}),
	];
}

module.exports = { files };
