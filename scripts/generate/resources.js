/**
 * The lists of operations and resources that the node imports: a node cannot read a folder while it
 * runs.
 */

const { formatted } = require('../lib/formatted');
const { findResources, RESOURCES } = require('../lib/operations');

const HEAD = '// Made by `npm run generate` from what is beside it.\n';

/** @param {import('../lib/operations').FoundResource} resource */
function resourceText({ value, operations }) {
	const imports = operations.map(
		({ name, exported }) => `import { ${exported} } from './${name}';\n`,
	);
	return `${HEAD}import type { Resource } from '../../shared/operation';
		${imports.join('')}import { resource } from './resource';

		export const ${value}: Resource = {
			...resource,
			value: '${value}',
			operations: [${operations.map(({ exported }) => exported).join(', ')}],
		};`;
}

/** @param {string[]} values */
function listText(values) {
	const imports = values.map((value) => `import { ${value} } from './${value}';\n`);
	return `${HEAD}${imports.join('')}import type { Resource } from '../shared/operation';

		/** What the node can do, in the order of the screen. */
		export const resources: Resource[] = [${values.join(', ')}];`;
}

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	const resources = findResources();
	const texts = [
		...resources.map((resource) => ({
			file: `${RESOURCES}/${resource.value}/index.ts`,
			text: resourceText(resource),
		})),
		{ file: `${RESOURCES}/index.ts`, text: listText(resources.map(({ value }) => value)) },
	];
	return await Promise.all(
		texts.map(async ({ file, text }) => ({ file, content: await formatted(file, text) })),
	);
}

module.exports = { files };
