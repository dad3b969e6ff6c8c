/**
 * Ties `openapi/openapi.yaml` together: every file of an interface names its path (`x-path`), and
 * every file in `callbacks` is a webhook. What is written by hand stands above the mark.
 */

const fs = require('node:fs');
const path = require('node:path');
const {
	CALLBACK_FOLDER,
	METHODS,
	PRODUCT_FOLDERS,
	interfacesIn,
} = require('../lib/interface-files');
const { projectFolder } = require('../settings');

const ENTRY = 'openapi/openapi.yaml';

/** Everything below this line is made. */
const MARK = '# Below this line: made by `npm run generate` from the files of the interfaces.\n';

/**
 * The file of each method of each path.
 *
 * @returns {Map<string, Map<string, string>>} path, method, file
 * @throws Error when two files describe the same
 */
function readPaths() {
	const paths = new Map();
	for (const { file, path: name, method } of PRODUCT_FOLDERS.flatMap(interfacesIn)) {
		const known = paths.get(name) ?? new Map();
		if (known.has(method)) {
			throw new Error(
				`openapi/${file} and openapi/${known.get(method)} both describe ${method} ${name}.`,
			);
		}
		paths.set(name, known.set(method, file));
	}
	return paths;
}

/**
 * @param {string} name of the path
 * @param {Map<string, string>} methods
 */
function pathText(name, methods) {
	const [file, ...others] = methods.values();
	if (others.length === 0) return `  ${name}:\n    $ref: ./${file}\n`;
	const operations = METHODS.filter((method) => methods.has(method)).map(
		(method) => `    ${method}:\n      $ref: ./${methods.get(method)}#/${method}\n`,
	);
	return `  ${name}:\n${operations.join('')}`;
}

/**
 * Says in which file the entry and its sources differ.
 *
 * @param {string} current text of the entry
 * @param {string} wanted
 */
function difference(current, wanted) {
	/** @param {string} text */
	const filesOf = (text) => {
		const [, made = ''] = text.split(MARK);
		return [...made.matchAll(/\$ref: \.\/([\w/]+\.yaml)/g)].map(([, file]) => file ?? '');
	};
	const [known, there] = [filesOf(current), filesOf(wanted)];
	const unknown = there.find((file) => !known.includes(file));
	if (unknown !== undefined) return `does not know openapi/${unknown}`;
	const gone = known.find((file) => !there.includes(file));
	if (gone !== undefined) return `names openapi/${gone}, which is not there`;
	return 'is not what the files of the interfaces say';
}

/** @returns {Array<import('../generate').GeneratedFile>} */
function files() {
	const current = fs.readFileSync(path.join(projectFolder, ENTRY), 'utf8');
	const [head = ''] = current.split(MARK);
	const paths = [...readPaths()].map(([name, methods]) => pathText(name, methods));
	const webhooks = interfacesIn(CALLBACK_FOLDER).map(
		({ name, file }) => `  ${name}:\n    $ref: ./${file}\n`,
	);
	const content = `${head}${MARK}paths:\n${paths.join('')}webhooks:\n${webhooks.join('')}`;
	return [{ file: ENTRY, content, stale: difference(current, content) }];
}

module.exports = { files };
