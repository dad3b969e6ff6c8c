/**
 * Which of the interfaces that the vendor documents change something, for requests to any interface: so
 * that none is taken for a look-up that is none. All of them, also those without an operation.
 */

const { formatted } = require('../lib/formatted');
const { interfacesIn, PRODUCT_FOLDERS } = require('../lib/interface-files');

const FILE = 'aicc/endpoints/knownInterfaces.ts';

/** What only looks by its method, and does: nobody takes it for anything else. */
const READING = 'get';

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	/** @type {Record<string, Record<string, boolean>>} */
	const known = {};
	for (const { method, path, operation } of PRODUCT_FOLDERS.flatMap(interfacesIn)) {
		const isWrite = operation['x-write'] === true;
		if (method === READING && !isWrite) continue;
		const ofMethod = (known[method.toUpperCase()] ??= {});
		ofMethod[path] = isWrite || ofMethod[path] === true;
	}
	const text = `// Made by \`npm run generate\` from openapi/.

		/** Whether interfaces change something, by method and path; a GET that is not here only looks. */
		export const KNOWN_INTERFACES: Readonly<
			Record<string, Readonly<Record<string, boolean>> | undefined>
		> = ${JSON.stringify(known)};`;
	return [{ file: FILE, content: await formatted(FILE, text) }];
}

module.exports = { files };
