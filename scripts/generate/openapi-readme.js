/** The table of what `openapi/` covers, in its README: counted from the files of the interfaces. */

const { withParts } = require('../lib/documents');
const {
	CALLBACK_FOLDER,
	PRODUCTS,
	PRODUCT_FOLDERS,
	interfacesIn,
} = require('../lib/interface-files');
const { markdownTable } = require('../lib/table');

const HEAD = ['product', 'folder', 'interfaces', 'complete', 'partial'];

/** @param {string} folder */
function row(folder) {
	const levels = interfacesIn(folder).map(({ operation }) => operation['x-evidence']?.level);
	const complete = levels.filter((level) => level === 'complete').length;
	const counts = [levels.length, complete, levels.length - complete].map(String);
	return [PRODUCTS[folder] ?? 'what AICC pushes', `\`${folder}\``, ...counts];
}

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	const interfaces = markdownTable(HEAD, [...PRODUCT_FOLDERS, CALLBACK_FOLDER].map(row));
	return [await withParts('openapi/README.md', { interfaces })];
}

module.exports = { files };
