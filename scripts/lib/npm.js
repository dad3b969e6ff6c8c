/** Running the npm that belongs to the running Node.js, whatever the shell's path says. */

const fs = require('node:fs');
const path = require('node:path');
const { run } = require('./processes');

/** Places where npm lies beside node: Windows, then everywhere else. */
const CANDIDATES = [
	path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
	path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
];

/** An interrupted npm tidies up at length; the next run repairs everything anyway. */
const GRACE_MS = 2_000;

/**
 * Runs npm without looking anything up that is not needed.
 *
 * @param {string[]} args
 * @param {import('./processes').StartOptions} commandOptions
 * @returns {Promise<number>} its exit code
 */
function npm(args, commandOptions) {
	const options = { graceMs: GRACE_MS, ...commandOptions };
	const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
	const program = [process.env.npm_execpath ?? '', ...CANDIDATES].find(
		(file) => file.endsWith('npm-cli.js') && fs.existsSync(file),
	);
	return program
		? run(process.execPath, [program, ...args, ...quiet], options)
		: run('npm', [...args, ...quiet], options);
}

/**
 * Installs exactly what the lock file of a folder says.
 *
 * `npm ci` refuses a lock file that lacks optional packages for other kinds of machine, as one does
 * that was made with a registry that did not have them all; `npm install` takes the same versions.
 *
 * @param {string[]} args
 * @param {import('./processes').StartOptions} options
 * @returns {Promise<number>} its exit code
 */
async function npmInstallLocked(args, options) {
	return (await npm(['ci', ...args], options)) && npm(['install', '--no-save', ...args], options);
}

module.exports = { npm, npmInstallLocked };
