/** What the package costs an n8n that has it: time at its start, and bytes for its editor. */

const fs = require('node:fs');
const path = require('node:path');
const { startChild } = require('./lib/child');
const { row } = require('./lib/figures');
const { projectFolder, runFolder } = require('./settings');

/** So many new processes load each package; the fastest of each counts. */
const ROUNDS = 9;

/** As many nodes and credentials with nothing in them: what n8n's loader itself takes. */
const emptyPackage = path.join(runFolder, 'bench/empty-package');

/** @param {string} name */
const emptyNode = (name) => `exports.${name} = class {
	description = {
		name: '${name}', displayName: '${name}', description: '', group: [], version: 1,
		defaults: {}, inputs: [], outputs: [], properties: [],
	};
	async execute() { return []; }
};
`;

/** @param {string} name */
const emptyCredential = (name) => `exports.${name} = class {
	name = '${name}';
	displayName = '${name}';
	properties = [];
};
`;

function writeEmptyPackage() {
	const manifest = JSON.parse(fs.readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
	/** @type {{ nodes: string[], credentials: string[] }} */
	const { nodes, credentials } = manifest.n8n;
	const write = (/** @type {string} */ file, /** @type {string} */ text) => {
		fs.mkdirSync(path.dirname(path.join(emptyPackage, file)), { recursive: true });
		fs.writeFileSync(path.join(emptyPackage, file), text);
	};
	const { name, version, n8n } = manifest;
	write('package.json', JSON.stringify({ name, version, n8n }));
	for (const file of nodes) write(file, emptyNode(path.basename(file, '.node.js')));
	for (const file of credentials) {
		write(file, emptyCredential(path.basename(file, '.credentials.js')));
	}
}

/** @typedef {{ milliseconds: number, bytes: number, operations: number }} Loading */

/**
 * @param {string} folder
 * @returns {Promise<Loading>}
 */
async function load(folder) {
	const child = await startChild(path.join(__dirname, 'bench-load.js'), [folder]);
	child.stop();
	return child.hello;
}

/** @param {Loading[]} loadings */
function fastest(loadings) {
	return Math.min(...loadings.map(({ milliseconds }) => milliseconds));
}

/**
 * Loads the built package and the empty one in turn.
 *
 * @returns {Promise<import('./lib/figures').Row[]>}
 */
async function packageFigures() {
	writeEmptyPackage();
	/** @type {Loading[]} */
	const own = [];
	/** @type {Loading[]} */
	const empty = [];
	for (let round = 0; round < ROUNDS; round++) {
		own.push(await load(projectFolder));
		empty.push(await load(emptyPackage));
	}
	const time = fastest(own);
	const emptyTime = fastest(empty);
	const { bytes = NaN, operations = NaN } = own[0] ?? {};
	return [
		row('loading the package when n8n starts', time, Infinity, ' ms'),
		row('the same, to a package of as many empty nodes', time / emptyTime),
		row('descriptions that the editor downloads', bytes / 1000, Infinity, ' kB'),
		row('the same for an operation', bytes / 1000 / operations, Infinity, ' kB'),
	];
}

module.exports = { packageFigures };
