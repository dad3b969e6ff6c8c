/**
 * `npm test`: builds, lints, checks the types, runs the tests, and scans. `npm run test:quick`: the
 * same without what runs n8n's engine, and without the scan.
 */

const fs = require('node:fs');
const path = require('node:path');
const { projectFolder, testResultsFolder } = require('./settings');
const { findPieces, missingPieces } = require('./lib/missing');
const { npm } = require('./lib/npm');
const { run: runProgram } = require('./lib/processes');
const { scan } = require('./scan');

/** The tests that need no engine. */
const QUICK_TESTS = ['test/unit', 'test/contract'];

/**
 * Runs jest of this project.
 *
 * @param {string} name of its result file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
function runJest(name, args, env) {
	fs.mkdirSync(testResultsFolder, { recursive: true });
	const outputFile = path.join(testResultsFolder, `${name}.json`);
	fs.rmSync(outputFile, { force: true });
	const jest = require.resolve('jest/bin/jest');
	const reporting = ['--json', `--outputFile=${outputFile}`];
	return runProgram(process.execPath, [jest, ...reporting, ...args], { cwd: projectFolder, env });
}

/**
 * Runs an npm command of this project, and shows its output only when it fails.
 *
 * @param {string} command
 * @returns {Promise<number>} its exit code
 */
async function runQuietly(command) {
	const logFile = path.join(testResultsFolder, `${command}.log`);
	fs.rmSync(logFile, { force: true });
	const exitCode = await npm(['run', command], { cwd: projectFolder, logFile });
	if (exitCode !== 0) console.error(fs.readFileSync(logFile, 'utf8'));
	return exitCode;
}

/**
 * Says how something went and how long it took.
 *
 * @param {string} name
 * @param {() => Promise<number>} start
 * @returns {Promise<boolean>} whether it passed
 */
async function timed(name, start) {
	const started = Date.now();
	const passed = (await start()) === 0;
	console.log(`${passed ? '✓' : '✗'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
	return passed;
}

/**
 * Names what an interface lacks, and stops there if it lacks something. Then builds, then does all the
 * rest side by side: the tests wait for a good part of their time.
 *
 * @param {string[]} args for jest
 * @param {boolean} isScanned
 * @returns {Promise<number>} exit code
 */
async function check(args, isScanned) {
	const missing = missingPieces(findPieces());
	for (const line of missing) console.error(line);
	if (missing.length > 0) return 1;
	if (!(await timed('build', () => runQuietly('build')))) return 1;
	const beside = async () => {
		const passed = [await timed('lint', () => runQuietly('lint'))];
		passed.push(await timed('typecheck', () => runQuietly('typecheck')));
		if (isScanned) passed.push(await timed('scan', scan));
		return passed.every(Boolean);
	};
	const results = await Promise.all([beside(), timed('tests', () => runJest('test', args))]);
	return results.every(Boolean) ? 0 : 1;
}

/** @param {string[]} args for jest */
async function run(args) {
	return await check(args, true);
}

/** @param {string[]} args for jest */
async function runQuick(args) {
	return await check([...QUICK_TESTS, ...args], false);
}

module.exports = { run, runJest, runQuick };
