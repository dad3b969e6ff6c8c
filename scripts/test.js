/** `npm test`: builds, lints, checks the types, runs the unit and engine tests, and scans. */

const fs = require('node:fs');
const path = require('node:path');
const { runFolder, projectFolder } = require('./settings');
const { npm } = require('./lib/npm');
const { run: runProgram } = require('./lib/processes');
const { scan } = require('./scan');

/** Where the counts of a jest run are left for .ci/run. */
const resultsFolder = path.join(runFolder, 'test-results');

/**
 * Runs jest of this project.
 *
 * @param {string} name of its result file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
function runJest(name, args, env) {
	fs.mkdirSync(resultsFolder, { recursive: true });
	const outputFile = path.join(resultsFolder, `${name}.json`);
	fs.rmSync(outputFile, { force: true });
	const jest = require.resolve('jest/bin/jest');
	const reporting = ['--json', `--outputFile=${outputFile}`];
	return runProgram(process.execPath, [jest, ...reporting, ...args], { cwd: projectFolder, env });
}

/** @param {string[]} args for jest */
async function run(args) {
	const steps = [
		{ name: 'build', start: () => npm(['run', 'build'], { cwd: projectFolder }) },
		{ name: 'lint', start: () => npm(['run', 'lint'], { cwd: projectFolder }) },
		{ name: 'typecheck', start: () => npm(['run', 'typecheck'], { cwd: projectFolder }) },
		{ name: 'tests', start: () => runJest('test', args) },
		{ name: 'scan', start: scan },
	];
	const results = [];
	for (const { name, start } of steps) {
		console.log(`\n=== ${name}`);
		results.push({ name, passed: (await start()) === 0 });
	}
	console.log(
		`\n${results.map(({ name, passed }) => `${passed ? '✓' : '✗'} ${name}`).join('   ')}`,
	);
	return results.every(({ passed }) => passed) ? 0 : 1;
}

module.exports = { run, runJest };
