/** The cases in `test/engine/operations/<resource>/<operation>.ts`, found by reading the folder. */

const fs = require('node:fs');
const path = require('node:path');

const folder = path.join(__dirname, 'operations');

/**
 * @typedef {object} NamedCase
 * @property {string} title `resource/operation`, as its file
 * @property {string} resource
 * @property {string} operation
 * @property {import('n8n-workflow').INodeParameters} parameters with resource and operation
 * @property {import('./operationCase').OperationCase} known
 */

/** @type {NamedCase[]} */
const cases = fs
	.readdirSync(folder)
	.sort()
	.flatMap((resource) =>
		fs
			.readdirSync(path.join(folder, resource))
			.sort()
			.map((file) => {
				const operation = path.basename(file, '.ts');
				/** @type {import('./operationCase').OperationCase} */
				const known = require(path.join(folder, resource, file)).default;
				const title = `${resource}/${operation}`;
				const parameters = { resource, operation, ...known.parameters };
				return { title, resource, operation, parameters, known };
			}),
	);

/**
 * The case of an operation.
 *
 * @param {string} title `resource/operation`
 */
function caseOf(title) {
	const found = cases.find((one) => one.title === title);
	if (!found)
		throw new Error(`test/engine/operations/${title}.ts is missing: write the operation's test`);
	return found;
}

/** What cases are told apart by in the title of a test, and what the operation works with. */
const everyOperation = cases.map(
	({ title, parameters }) =>
		/** @type {[string, import('n8n-workflow').INodeParameters]} */ ([title, parameters]),
);

/** @param {string} title */
function parametersOf(title) {
	return caseOf(title).parameters;
}

module.exports = { caseOf, cases, everyOperation, parametersOf };
