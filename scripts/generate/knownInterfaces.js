/**
 * Which of the interfaces that the vendor documents change something, for requests to any interface: so
 * that none is taken for a look-up that is none, and what is documented is known. All of them, also those
 * without an operation.
 */

const { formatted } = require('../lib/formatted');
const { interfacesIn, PRODUCT_FOLDERS } = require('../lib/interface-files');

const FILE = 'aicc/endpoints/knownInterfaces.ts';

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	/** @type {Record<string, Record<string, boolean>>} */
	const known = {};
	for (const { method, path, operation } of PRODUCT_FOLDERS.flatMap(interfacesIn)) {
		const isWrite = operation['x-write'] === true;
		const ofMethod = (known[method.toUpperCase()] ??= {});
		ofMethod[path] = isWrite || ofMethod[path] === true;
	}
	const text = `// Made by \`npm run generate\` from openapi/.

		/** Whether interfaces change something, by method and path. */
		export const KNOWN_INTERFACES: Readonly<
			Record<string, Readonly<Record<string, boolean>> | undefined>
		> = ${JSON.stringify(known)};`;
	return [{ file: FILE, content: await formatted(FILE, text) }];
}

module.exports = { files };
