/**
 * `npm run test:versions`: engine tests on the engines of other versions of n8n, and the packed node
 * in a real n8n 1.x.
 */

const { installEngines } = require('./install');
const { packForFreshHomes } = require('./n8n/fresh');
const { installN8n } = require('./n8n/install');
const { engines, olderN8n } = require('./settings');
const { runJest } = require('./test');

/** @param {string[]} args for jest */
async function run(args) {
	await installN8n(olderN8n);
	await installEngines();
	await packForFreshHomes();

	const exitCodes = [];
	for (const version of Object.keys(engines)) {
		console.log(`\n=== n8n's engine of ${version}`);
		const env = { ...process.env, N8N_ENGINE: version };
		const config = '--config=test/versions/jest.engine.config.js';
		exitCodes.push(await runJest(`engine-${version}`, [config, ...args], env));
	}
	console.log('\n=== n8n 1.x');
	exitCodes.push(await runJest('versions', ['--config=test/versions/jest.config.js', ...args]));
	return exitCodes.every((exitCode) => exitCode === 0) ? 0 : 1;
}

module.exports = { run };
