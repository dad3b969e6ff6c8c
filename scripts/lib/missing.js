/**
 * What an interface lacks, a line each: its page in openapi/, its endpoint, its operation, its
 * behaviour in the simulator, its test.
 */

const fs = require('node:fs');
const path = require('node:path');
const {
	importsOf,
	interfaceIn,
	operationFiles,
	RESOURCES,
	resourceFolders,
} = require('./operations');
const { projectFolder } = require('../settings');

const CASES = 'test/engine/operations';

/**
 * @typedef {object} Pieces
 * @property {string[]} endpoints as `isales/queryOBSResults`, and so all of these
 * @property {string[]} pages
 * @property {string[]} behaviours
 * @property {Record<string, string[]>} asked by each file outside `aicc/endpoints`
 * @property {string[]} resources
 * @property {string[]} resourceFiles
 * @property {string[]} operations as `externalResult/getAll`, and so its tests
 * @property {string[]} tests
 * @property {string[]} strays files among the operations that are none, and that no file imports
 */

/**
 * @param {Pieces} pieces
 * @returns {string[]}
 */
function missingPieces(pieces) {
	const { endpoints, pages, behaviours, asked, operations, tests } = pieces;
	/** @type {(found: string[], there: string[], line: (name: string) => string) => string[]} */
	const without = (found, there, line) => found.filter((name) => !there.includes(name)).map(line);
	return [
		...without(
			pieces.resources,
			pieces.resourceFiles,
			(name) =>
				`${RESOURCES}/${name} has no name: write ${RESOURCES}/${name}/resource.ts with name, credential and default operation`,
		),
		...Object.entries(asked).flatMap(([file, names]) =>
			without(
				names,
				endpoints,
				(name) => `${file} asks an interface that is not there: write aicc/endpoints/${name}.ts`,
			),
		),
		...without(
			endpoints,
			pages,
			(name) => `aicc/endpoints/${name}.ts is not described: write openapi/${name}.yaml`,
		),
		...without(
			endpoints,
			behaviours,
			(name) =>
				`openapi/${name}.yaml has an endpoint in aicc/endpoints/${name}.ts but no behaviour: write simulator/${name}.ts`,
		),
		...without(
			endpoints,
			Object.values(asked).flat(),
			(name) =>
				`aicc/endpoints/${name}.ts is asked by no operation: write ${RESOURCES}/<resource>/<operation>.ts`,
		),
		...without(
			behaviours,
			pages,
			(name) => `simulator/${name}.ts is not described: write openapi/${name}.yaml`,
		),
		...without(
			operations,
			tests,
			(name) => `${RESOURCES}/${name}.ts has no test: write ${CASES}/${name}.ts`,
		),
		...without(
			tests,
			operations,
			(name) =>
				`${CASES}/${name}.ts tests an operation that is not there: write ${RESOURCES}/${name}.ts`,
		),
		...pieces.strays.map(
			(file) =>
				`${file} is no operation, and nothing imports it: write export const …: Operation = …`,
		),
	];
}

/**
 * Names of the files two folders deep.
 *
 * @param {string} folder
 * @param {string} ending
 * @param {string[]} [others] names of files that are something else
 * @returns {string[]} such as `isales/queryOBSResults`
 */
function namesIn(folder, ending, others = []) {
	const place = path.join(projectFolder, folder);
	return fs
		.readdirSync(place, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name }) =>
			fs
				.readdirSync(path.join(place, name))
				.filter((file) => file.endsWith(ending) && !others.includes(file))
				.map((file) => `${name}/${path.basename(file, ending)}`),
		);
}

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
	return fs
		.readdirSync(path.join(projectFolder, folder), { withFileTypes: true })
		.flatMap((entry) => {
			const file = `${folder}/${entry.name}`;
			if (entry.isDirectory()) return sourcesIn(file);
			return file.endsWith('.ts') ? [file] : [];
		});
}

/**
 * Files among the operations that are none, and that no file imports but the lists that are made.
 *
 * @param {string[]} operations files that hold one
 */
function strayFiles(operations) {
	const written = sourcesIn(RESOURCES).filter((file) => path.basename(file) !== 'index.ts');
	const imported = written.flatMap(importsOf).map((target) => `${target}.ts`);
	return written.filter(
		(file) =>
			path.basename(file) !== 'resource.ts' &&
			!operations.includes(file) &&
			!imported.includes(file),
	);
}

/** @returns {Pieces} as they are in the project */
function findPieces() {
	const files = ['nodes', 'credentials', 'aicc/connectionTest'].flatMap(sourcesIn);
	const operations = operationFiles();
	const pages = namesIn('openapi', '.yaml', ['components']);
	return {
		pages,
		endpoints: namesIn('aicc/endpoints', '.ts', ['product.ts']),
		// Beside what interfaces have in common, the simulator has a folder for each product.
		behaviours: namesIn('simulator', '.ts', ['product.ts']).filter(
			(name) => !name.startsWith('core/'),
		),
		asked: Object.fromEntries(
			files.map((file) => [file, importsOf(file).flatMap((target) => interfaceIn(target) ?? [])]),
		),
		resources: resourceFolders(),
		resourceFiles: resourceFolders().filter((name) =>
			fs.existsSync(path.join(projectFolder, RESOURCES, name, 'resource.ts')),
		),
		operations: operations.map(({ resource, name }) => `${resource}/${name}`),
		tests: namesIn(CASES, '.ts'),
		strays: strayFiles(operations.map(({ file }) => file)),
	};
}

module.exports = { findPieces, missingPieces };
