/** `npm run openapi:bundle`: openapi/ as one file, for tools that take no more. */

const path = require('node:path');
const { bundle } = require('./lib/redocly');
const { runFolder } = require('./settings');

const bundleFolder = path.join(runFolder, 'openapi');

async function run() {
	for (const name of ['aicc.yaml', 'aicc.json']) {
		const exitCode = await bundle(path.join(bundleFolder, name));
		if (exitCode !== 0) return exitCode;
	}
	return 0;
}

module.exports = { run };
