/** The files of `openapi/` that describe one interface each. */

const fs = require('node:fs');
const path = require('node:path');
const { parse } = require('yaml');
const { projectFolder } = require('../settings');

/** What the products are called, by their folders of `openapi/`, in the order of the documents. */
const PRODUCTS = /** @type {Record<string, string>} */ ({
	fabric: 'API Fabric',
	isales: 'CC-iSales',
	cms: 'CC-CMS',
	ccfs: 'CC-FS',
});

/** Folders of `openapi/` with what a caller asks for, one for each product. */
const PRODUCT_FOLDERS = Object.keys(PRODUCTS);

/** The folder of `openapi/` with what the platform pushes. */
const CALLBACK_FOLDER = 'callbacks';

/** In the order in which they stand below a path. */
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Answers by HTTP status. @typedef {Record<string, { content?: Record<string, { examples?: Record<string, { value?: unknown }> }> }>} Answers */

/**
 * What an operation says of itself, as far as documents and tables are made of it.
 *
 * @typedef {object} Operation
 * @property {{ level?: string }} [x-evidence]
 * @property {boolean} [x-write]
 * @property {{ code?: string[], file?: boolean }} [x-success]
 * @property {{ concurrency?: number, gap?: number, code?: string }} [x-pace]
 * @property {Answers} [responses]
 */

/**
 * A file that describes an interface.
 *
 * @typedef {object} InterfaceFile
 * @property {string} file below `openapi/`
 * @property {string} name of the interface
 * @property {string} path of the interface; empty for what is pushed
 * @property {string} method in lower case
 * @property {Operation} operation
 */

/**
 * The interfaces of a folder, in the order of their names.
 *
 * @param {string} folder below `openapi/`
 * @returns {InterfaceFile[]}
 * @throws Error when a file has no path, not one method, or another operationId than its name
 */
function interfacesIn(folder) {
	return fs
		.readdirSync(path.join(projectFolder, 'openapi', folder))
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.map((name) => readInterface(`${folder}/${name}`));
}

/**
 * @param {string} file
 * @throws Error naming the file when it is no YAML
 */
function readYaml(file) {
	try {
		return parse(fs.readFileSync(file, 'utf8')) ?? {};
	} catch (error) {
		const [reason] = String(error).split('\n');
		throw new Error(`${path.relative(projectFolder, file)} cannot be read: ${reason}`);
	}
}

/** @param {string} file below `openapi/` */
function readInterface(file) {
	const item = readYaml(path.join(projectFolder, 'openapi', file));
	const name = path.basename(file, '.yaml');
	const [method, ...others] = METHODS.filter((one) => one in item);
	if (method === undefined || others.length > 0) {
		throw new Error(`openapi/${file} needs one method of ${METHODS.join(', ')}.`);
	}
	if (typeof item['x-path'] !== 'string' && !file.startsWith(`${CALLBACK_FOLDER}/`)) {
		throw new Error(
			`openapi/${file} needs the path of the interface as x-path, in its first line.`,
		);
	}
	const operation = item[method];
	if (operation.operationId !== name) {
		throw new Error(`openapi/${file} has the operationId ${operation.operationId}, not ${name}.`);
	}
	return { file, name, path: item['x-path'] ?? '', method, operation };
}

module.exports = { CALLBACK_FOLDER, METHODS, PRODUCTS, PRODUCT_FOLDERS, interfacesIn, readYaml };
