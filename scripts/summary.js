/**
 * `node scripts/summary.js`: what all test runs since the folder of their results was emptied came to,
 * the last step of `.ci/run`. Names what failed, so that whoever gets the end of the output alone finds
 * it there. Needs nothing but Node.js.
 */

const fs = require('node:fs');
const path = require('node:path');
const { projectFolder, testResultsFolder } = require('./settings');

/** So many failures of a file are named, with so many characters of each. */
const MAX_NAMED = 10;
const MAX_LENGTH = 800;

/**
 * @typedef {{ status: string; fullName: string; failureMessages: string[] }} Assertion
 * @typedef {{ name: string; message: string; assertionResults: Assertion[] }} FileResult
 * @typedef {{ numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number; testResults: FileResult[] }} JestResult
 */

/**
 * What failed in a test file, or why it could not run.
 *
 * @param {FileResult} result
 * @returns {string[]}
 */
function failuresOf({ name, message, assertionResults }) {
	const file = path.relative(projectFolder, name);
	const failed = assertionResults.filter(({ status }) => status === 'failed');
	if (failed.length === 0 && message) return [`${file}\n${message.slice(0, MAX_LENGTH)}`];
	return failed
		.slice(0, MAX_NAMED)
		.map(
			({ fullName, failureMessages }) =>
				`${file}: ${fullName}\n${failureMessages.join('\n').slice(0, MAX_LENGTH)}`,
		);
}

/**
 * @param {string[]} names of the runs; one that has left no result could not even start
 * @param {string} [folder]
 * @returns {{ passed: number; failed: number; failures: string[] }}
 */
function summarize(names, folder = testResultsFolder) {
	const summary = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
	for (const name of names) {
		const file = path.join(folder, `${name}.json`);
		if (!fs.existsSync(file)) {
			summary.failed++;
			summary.failures.push(`${name}: has not come to its end`);
			continue;
		}
		/** @type {JestResult} */
		const result = JSON.parse(fs.readFileSync(file, 'utf8'));
		summary.passed += result.numPassedTests;
		summary.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
		summary.failures.push(...result.testResults.flatMap(failuresOf));
	}
	return summary;
}

/** @param {string[]} names */
function main(names) {
	const { passed, failed, failures } = summarize(names);
	for (const failure of failures) console.log(`✗ ${failure}\n`);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

if (require.main === module) main(process.argv.slice(2));

module.exports = { summarize };
