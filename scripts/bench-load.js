/**
 * Loads a package as n8n does at its start, in a new process of its own, and tells how long it took
 * and how many bytes the editor must then download to know its nodes and credentials.
 */

require('reflect-metadata');
const { PackageDirectoryLoader } = require('n8n-core');

/** @typedef {import('n8n-workflow').INodeTypeDescription} Description */

/** @param {unknown} described */
function bytesOf(described) {
	return Buffer.byteLength(JSON.stringify(described));
}

/**
 * How many choices a node offers in its drop-downs of operations.
 *
 * @param {Description} node
 */
function operationsOf({ properties }) {
	return properties
		.filter(({ name }) => name === 'operation')
		.reduce((sum, { options = [] }) => sum + options.length, 0);
}

/** @param {string} folder of the package */
async function load(folder) {
	const startedAt = performance.now();
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const milliseconds = performance.now() - startedAt;
	const nodes = /** @type {Description[]} */ (loader.types.nodes);
	// n8n gives the editor a second description of each node that AI agents may use.
	const described = [...nodes, ...nodes.filter(({ usableAsTool }) => usableAsTool)];
	return {
		milliseconds,
		bytes: [...described, ...loader.types.credentials].reduce((sum, one) => sum + bytesOf(one), 0),
		operations: nodes.reduce((sum, node) => sum + operationsOf(node), 0),
	};
}

process.once('disconnect', () => process.exit());
void load(process.argv[2] ?? '').then((figures) => process.send?.(figures));
