/** Parts of documents that are made: between `<!-- made: name -->` and `<!-- end -->`. */

const fs = require('node:fs');
const path = require('node:path');
const { projectFolder } = require('../settings');
const { formatted } = require('./formatted');
const { PRODUCT_FOLDERS } = require('./interface-files');

/**
 * @param {string} file below the project
 * @param {Record<string, string>} parts Markdown by the names of their marks
 * @returns {Promise<import('../generate').GeneratedFile>}
 * @throws Error when the document has lost a mark
 */
async function withParts(file, parts) {
	let text = fs.readFileSync(path.join(projectFolder, file), 'utf8');
	for (const [name, part] of Object.entries(parts)) {
		const mark = `<!-- made: ${name} -->`;
		const [begin, end] = [text.indexOf(mark), text.indexOf('<!-- end -->', text.indexOf(mark))];
		if (begin < 0 || end < 0) {
			throw new Error(`${file} has lost its marks: write "${mark}" and "<!-- end -->"`);
		}
		text = `${text.slice(0, begin)}${mark}\n\n${part}\n\n${text.slice(end)}`;
	}
	return { file, content: await formatted(file, text) };
}

/** @typedef {{ name: string, titles: string[], rows: string[][] }} InterfaceRows */
/** @typedef {{ id: string, titles: string[], rows: string[][] }} OwnRows */

/**
 * Rows about interfaces by their products: those that most interfaces have, once, then what each has
 * besides. An interface that has none is left out.
 *
 * @param {InterfaceRows[]} all
 * @returns {Array<{ product: string, shared: string[][], interfaces: OwnRows[] }>}
 */
function splitShared(all) {
	return PRODUCT_FOLDERS.flatMap((product) => {
		const own = all.filter(({ name }) => name.startsWith(`${product}/`));
		const lines = own.flatMap(({ rows }) => rows.map((row) => JSON.stringify(row)));
		const isShared = (/** @type {string[]} */ row) => {
			const times = lines.filter((line) => line === JSON.stringify(row)).length;
			return own.length > 1 && times > own.length / 2;
		};
		const shared = [...new Set(lines)]
			.map((line) => /** @type {string[]} */ (JSON.parse(line)))
			.filter(isShared)
			.sort(([one = ''], [other = '']) => one.localeCompare(other, 'en', { numeric: true }));
		const interfaces = own
			.map(({ name, titles, rows }) => ({
				id: name.split('/')[1] ?? '',
				titles,
				rows: rows.filter((row) => !isShared(row)),
			}))
			.filter(({ rows }) => rows.length > 0)
			.sort((one, other) => one.id.localeCompare(other.id, 'en'));
		return own.length > 0 ? [{ product, shared, interfaces }] : [];
	});
}

module.exports = { splitShared, withParts };
