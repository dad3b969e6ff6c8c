/** The files that docs/architecture.md shows, as they are. */

const path = require('node:path');
const { withParts } = require('../lib/documents');
const { read } = require('../lib/operations');

/** Operations that are as small as they can be, with their interfaces. */
const SHOWN = {
	read: { operation: 'callData/get', described: 'isales/queryCalldata' },
	write: { operation: 'externalResult/delete', described: 'isales/deleteObsResult' },
	list: { operation: 'externalResult/getAll', described: 'isales/queryOBSResults' },
	file: { operation: 'recording/download', described: 'ccfs/downloadRecord' },
};

/** @param {{ operation: string, described: string }} shown */
function fivePieces({ operation, described }) {
	const page = `openapi/${described}.yaml`;
	const files = [
		`aicc/endpoints/${described}.ts`,
		`nodes/HuaweiAicc/resources/${operation}.ts`,
		`simulator/${described}.ts`,
		`test/engine/operations/${operation}.ts`,
	];
	const blocks = files.map(
		(file, index) => `${index + 2}. \`${file}\`\n\n\`\`\`ts\n${read(file)}\`\`\``,
	);
	const lines = read(page).split('\n').length - 1;
	const link = `[\`${page}\`](${path.posix.join('..', page)})`;
	return [`1. ${link}, ${lines} lines`, ...blocks].join('\n\n');
}

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	const parts = Object.fromEntries(
		Object.entries(SHOWN).map(([name, shown]) => [`the smallest ${name}`, fivePieces(shown)]),
	);
	return [await withParts('docs/architecture.md', parts)];
}

module.exports = { files };
