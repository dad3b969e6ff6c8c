/**
 * What comes out of each operation, for the editor before the first run: recorded from runs of the
 * operations on n8n's own engine against the simulator, with the inputs of their tests.
 */

const { formatted } = require('../lib/formatted');
const { formsOf, jsonSchemaOf, readInterface } = require('../lib/description');
const { findResources, load, schemaFile } = require('../lib/operations');

/**
 * @typedef {object} Schema
 * @property {string} [type]
 * @property {Record<string, Schema>} [properties]
 * @property {Schema} [items]
 * @property {number} [version]
 */

/** @param {unknown} value */
function typeOf(value) {
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

/**
 * A schema that holds for what it has held for and for one value more. `null` says nothing of a type.
 *
 * @param {Schema} schema
 * @param {unknown} value
 * @returns {Schema}
 */
function widened(schema, value) {
	if (value === null || value === undefined) return schema;
	const type = typeOf(value);
	if (type === 'array') {
		const items = /** @type {unknown[]} */ (value).reduce(widened, schema.items ?? {});
		return { type, items };
	}
	if (type !== 'object') return { type };
	const properties = { ...schema.properties };
	for (const [name, own] of Object.entries(/** @type {object} */ (value))) {
		properties[name] = widened(properties[name] ?? {}, own);
	}
	return { type, properties };
}

/**
 * Adds what the page documents within an answer and the simulator never gives: what stands inside a
 * field is given out as the service gives it.
 *
 * @param {Schema} schema recorded
 * @param {import('../lib/description').Schema[]} documented forms of an answer, or of a part of it
 * @param {boolean} isWhole whether it is an item as a whole, which the operation has put together
 * @returns {Schema}
 */
function completed(schema, documented, isWhole) {
	if (schema.items) {
		const items = documented.flatMap((form) => (form.items ? formsOf(form.items) : []));
		return { ...schema, items: completed(schema.items, items, false) };
	}
	if (!schema.properties) return schema;
	const properties = { ...schema.properties };
	for (const [name, own] of documented.flatMap((form) => Object.entries(form.properties ?? {}))) {
		const known = properties[name];
		if (known) properties[name] = completed(known, formsOf(own), false);
		else if (!isWhole && typeof own.type === 'string') properties[name] = { type: own.type };
	}
	return { ...schema, properties };
}

/** The credentials as they are written, not as they were built. */
function credentialTypes() {
	const { HuaweiAiccAkSkApi } = load('credentials/HuaweiAiccAkSkApi.credentials.ts');
	const { HuaweiAiccTokenApi } = load('credentials/HuaweiAiccTokenApi.credentials.ts');
	const types = [new HuaweiAiccTokenApi(), new HuaweiAiccAkSkApi()];
	return {
		getCredential: (/** @type {string} */ name) => ({
			type: types.find((type) => type.name === name),
			sourcePath: '',
		}),
	};
}

/**
 * The papers name the interfaces that an operation imports: it must ask each of them.
 *
 * @param {import('../lib/operations').FoundOperation} operation
 * @param {Set<string>} asked
 * @throws Error when one is imported for something else
 */
function checkAsked({ file, interfaces }, asked) {
	const [name] = interfaces.filter((one) => !asked.has(one.split('/')[1] ?? ''));
	if (name === undefined) return;
	const [product] = name.split('/');
	throw new Error(
		`${file} imports aicc/endpoints/${name}.ts and never asks it: write what both need into aicc/endpoints/${product}/product.ts`,
	);
}

/**
 * The schema of an operation.
 *
 * @param {import('../../simulator').Simulator} simulator
 * @param {import('n8n-workflow').INodeType} node
 * @param {import('../../test/engine/operationCases').NamedCase} operationCase
 * @param {import('../lib/operations').FoundOperation} operation
 * @returns {Promise<Schema>}
 * @throws Error when one of its runs ends in an error or gives nothing
 */
async function recorded(simulator, node, { title, parameters, known }, operation) {
	const { runNode } = load('test/engine/engine.ts');
	const { credentialsFor } = load('test/engine/tenant.ts');
	/** @type {Schema} */
	let schema = {};
	/** @type {Set<string>} */
	const asked = new Set();
	for (const more of [{}, ...(known.also ?? [])]) {
		simulator.reset();
		const { rows, error } = await runNode(node, {
			parameters: { ...parameters, ...more },
			credentials: credentialsFor(simulator),
			credentialTypes: credentialTypes(),
		});
		if (error || rows.length === 0) {
			const reason = error?.message ?? 'nothing came out';
			throw new Error(
				`test/engine/operations/${title}.ts, or ${operation.interfaces.map((name) => `aicc/endpoints/${name}.ts`).join(' or ')}, does not fit: ${reason}`,
			);
		}
		for (const { route } of simulator.requests) asked.add(route);
		schema = rows.reduce(widened, schema);
	}
	checkAsked(operation, asked);
	return schema;
}

/**
 * Fields of answers as the pages document them, by the interfaces that an operation asks.
 *
 * @param {string[]} interfaces
 */
function documentedAnswers(interfaces) {
	return interfaces.flatMap((name) => formsOf(jsonSchemaOf(readInterface(name).responses['200'])));
}

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	const operations = new Map(
		findResources().flatMap(({ value, operations }) =>
			operations.map((operation) => [`${value}/${operation.name}`, operation]),
		),
	);
	const { startSimulator } = load('simulator/index.ts');
	const { HuaweiAicc } = load('nodes/HuaweiAicc/HuaweiAicc.node.ts');
	const node = new HuaweiAicc();
	const simulator = await startSimulator({ https: false });
	const made = [];
	try {
		for (const operationCase of load('test/engine/operationCases.js').cases) {
			const file = schemaFile(operationCase.title);
			const operation = operations.get(operationCase.title);
			// What comes of any interface is not known.
			if (!operation || operation.operation.isOfAnyInterface) continue;
			const answers = documentedAnswers(operation.interfaces);
			const rows = await recorded(simulator, node, operationCase, operation);
			const schema = completed(rows, answers, true);
			const text = JSON.stringify({ ...schema, version: 1 }, null, '\t');
			made.push({ file, content: await formatted(file, text) });
		}
	} finally {
		await simulator.stop();
	}
	return made;
}

module.exports = { files, after: ['resources'] };
