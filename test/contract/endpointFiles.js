/** The endpoints of the client, found by their files: `aicc/endpoints/<product>/<name>.ts`. */

const path = require('node:path');
const { filesIn } = require('../unit/guards/project');

/** @typedef {import('../../aicc/endpoints/product').DescribedEndpoint} DescribedEndpoint */

const FOLDER = 'aicc/endpoints';

/** `<product>/<name>.ts`; what an interface needs besides is in a folder of its name. */
const ENDPOINT_FILE = new RegExp(`^${FOLDER}/([^/]+)/([^/]+)\\.ts$`);

/**
 * @typedef {object} EndpointFile
 * @property {string} file
 * @property {string} product folder below `aicc/endpoints/` and `openapi/`
 * @property {string} name that of the operation in `openapi/`
 * @property {DescribedEndpoint} [endpoint] missing where the file exports none under its name
 */

/** @type {EndpointFile[]} */
const endpointFiles = filesIn(FOLDER, /\.ts$/).flatMap((file) => {
	const [, product = '', name = ''] = ENDPOINT_FILE.exec(file) ?? [];
	if (name === '' || name === 'product') return [];
	/** @type {Record<string, DescribedEndpoint | undefined>} */
	const exported = require(path.resolve(__dirname, '../..', file));
	return [{ file, product, name, endpoint: exported[name] }];
});

/** Those whose file is as it should be. */
const endpoints = endpointFiles.flatMap(({ endpoint }) => endpoint ?? []);

module.exports = { endpointFiles, endpoints };
