/**
 * The operations of the node, found by reading their folder: `resources/<resource>/resource.ts` says
 * what a resource is called, every other file with an exported `Operation` is one operation.
 */

const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');
const { understandTypeScript } = require('../load-typescript');
const { projectFolder } = require('../settings');

const RESOURCES = 'nodes/HuaweiAicc/resources';

/** Files of a resource that hold no operation. */
const OTHERS = ['index.ts', 'resource.ts'];

/** What an operation file exports: `export const getAll: Operation = …` or `… = listOperation(…`. */
const EXPORTED = /^export const (\w+)(?:: Operation\b| = \w+Operation\()/gm;

/**
 * What a file imports of an interface, `aicc/endpoints/isales/queryOBSResults` or a file below it;
 * `product.ts` and the folder `shared` are of all interfaces of a product.
 */
const ENDPOINT = /^aicc\/endpoints\/(\w+\/(?!(?:product|shared)\b)\w+)(\/|$)/;

/** @typedef {import('../../nodes/HuaweiAicc/shared/operation').Operation} Operation */
/** @typedef {import('../../nodes/HuaweiAicc/shared/operation').ResourceFacts} ResourceFacts */

/**
 * @typedef {object} FoundOperation
 * @property {string} file below the project
 * @property {string} name of the file, and of the operation in saved workflows
 * @property {string} exported its name in the code
 * @property {Operation} operation
 * @property {string[]} interfaces that it asks, as `isales/queryOBSResults`
 * @property {string} [chinese] what its file calls it in Chinese
 */

/**
 * @typedef {object} FoundResource
 * @property {string} value name of its folder, and of the resource in saved workflows
 * @property {string} file that says what it is called
 * @property {ResourceFacts} facts
 * @property {string} [chinese] what its file calls it in Chinese
 * @property {FoundOperation[]} operations in the order of the screen
 */

/** @param {string} file */
function read(file) {
	return fs.readFileSync(path.join(projectFolder, file), 'utf8');
}

/**
 * @param {string} file
 * @throws Error naming the file
 */
function load(file) {
	understandTypeScript();
	try {
		return require(path.join(projectFolder, file));
	} catch (error) {
		const reason = error instanceof Error ? error.message : error;
		throw new Error(`${file} cannot be loaded: ${reason}`, { cause: error });
	}
}

/**
 * Files of the project that a file imports.
 *
 * @param {string} file
 * @returns {string[]} without the ending
 */
function importsOf(file) {
	return ts
		.preProcessFile(read(file), true, true)
		.importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
		.map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName));
}

/**
 * The interface that a file is of, by its path without the ending.
 *
 * @param {string} target
 * @returns {string | undefined} such as `isales/queryOBSResults`
 */
function interfaceIn(target) {
	return ENDPOINT.exec(target)?.[1];
}

/**
 * The interfaces that an operation asks: those that it or a helper beside it imports.
 *
 * @param {string} file
 * @returns {string[]}
 */
function interfacesOf(file) {
	const beside = `${path.posix.dirname(file)}/`;
	const found = importsOf(file).flatMap((target) => {
		const name = interfaceIn(target);
		if (name !== undefined) return [name];
		return target.startsWith(beside) ? interfacesOf(`${target}.ts`) : [];
	});
	return [...new Set(found)];
}

/**
 * What a file calls its operation or resource in Chinese: `@zh 查询多个` in a comment.
 *
 * @param {string} file
 */
function chineseIn(file) {
	return / @zh (.+?)\s*(\*\/)?$/m.exec(read(file))?.[1];
}

/** @param {string} a @param {string} b */
function alphabetically(a, b) {
	return a.localeCompare(b, 'en');
}

/**
 * The files of operations, by their text alone.
 *
 * @returns {Array<{ file: string, resource: string, name: string, exported: string }>}
 * @throws Error when a file holds several operations
 */
function operationFiles() {
	return resourceFolders().flatMap((resource) => {
		const folder = `${RESOURCES}/${resource}`;
		const names = fs.readdirSync(path.join(projectFolder, folder));
		return names
			.filter((name) => name.endsWith('.ts') && !OTHERS.includes(name))
			.flatMap((name) => {
				const file = `${folder}/${name}`;
				const [exported, ...more] = [...read(file).matchAll(EXPORTED)].map(([, found]) => found);
				if (more.length > 0) {
					throw new Error(`${file} holds several operations: write a file for each`);
				}
				return exported ? [{ file, resource, name: path.basename(name, '.ts'), exported }] : [];
			});
	});
}

/** Names of the folders of resources. */
function resourceFolders() {
	return fs
		.readdirSync(path.join(projectFolder, RESOURCES), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);
}

/**
 * @param {ReturnType<typeof operationFiles>} files of a resource
 * @returns {FoundOperation[]}
 */
function operationsIn(files) {
	return files
		.map(({ file, name, exported }) => {
			/** @type {Operation} */
			const operation = load(file)[exported];
			if (operation.option.value !== name) {
				throw new Error(`${file}: call it ${operation.option.value}.ts, as its operation`);
			}
			const interfaces = interfacesOf(file);
			return { file, name, exported, operation, interfaces, chinese: chineseIn(file) };
		})
		.sort((one, other) => alphabetically(one.operation.option.name, other.operation.option.name));
}

/**
 * @returns {FoundResource[]} in the order of the screen
 * @throws Error naming the file that is missing or wrong, and what to write
 */
function findResources() {
	const files = operationFiles();
	return resourceFolders()
		.map((value) => {
			const file = `${RESOURCES}/${value}/resource.ts`;
			if (!fs.existsSync(path.join(projectFolder, file))) {
				throw new Error(
					`${file} is missing: write name, credential and default operation of ${value}`,
				);
			}
			return {
				value,
				file,
				facts: load(file).resource,
				chinese: chineseIn(file),
				operations: operationsIn(files.filter(({ resource }) => resource === value)),
			};
		})
		.sort((one, other) => alphabetically(one.facts.name, other.facts.name));
}

/**
 * The endpoint of an interface.
 *
 * @param {string} name such as `isales/queryOBSResults`
 * @returns {import('../../aicc/endpoints/product').DescribedEndpoint}
 * @throws Error when its file exports none under its name
 */
function loadEndpoint(name) {
	const [product, id = ''] = name.split('/');
	const file = `aicc/endpoints/${name}.ts`;
	const endpoint = load(file)[id];
	if (endpoint) return endpoint;
	throw new Error(`${file} has no endpoint: write export const ${id} = ${product}.endpoint({ … })`);
}

/**
 * Whether an operation changes something, or may.
 *
 * @param {FoundOperation} found
 */
function isWriting({ operation, interfaces }) {
	return operation.isOfAnyInterface === true || interfaces.some((name) => loadEndpoint(name).write);
}

/** The version of the node that its output schemas belong to. */
const SCHEMAS = 'nodes/HuaweiAicc/__schema__/v1.0.0';

/**
 * Where the output schema of an operation stands.
 *
 * @param {string} title `resource/operation`
 */
function schemaFile(title) {
	return `${SCHEMAS}/${title}.json`;
}

/**
 * The operations that ask each interface, in the words of the screen.
 *
 * @returns {Map<string, string[]>} such as `isales/queryOBSResults` -> `External Result: Get Many`
 */
function operationsByInterface() {
	/** @type {Map<string, string[]>} */
	const found = new Map();
	for (const { facts, operations } of findResources()) {
		for (const { operation, interfaces } of operations) {
			const title = `${facts.name}: ${operation.option.name}`;
			for (const name of interfaces) found.set(name, [...(found.get(name) ?? []), title]);
		}
	}
	return found;
}

module.exports = {
	findResources,
	importsOf,
	interfaceIn,
	isWriting,
	load,
	loadEndpoint,
	operationFiles,
	operationsByInterface,
	read,
	RESOURCES,
	resourceFolders,
	schemaFile,
};
