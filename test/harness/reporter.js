/** Jest's own reporter, but for failures that would fill the terminal: those are cut. */

const { DefaultReporter, VerboseReporter } = require('@jest/reporters');

/** So many failures of a file are shown, the others by their titles. */
const MAX_SHOWN = 5;

const MAX_TITLES = 40;

/** Of one failure: what was expected and what came, and at the end the place in the code. */
const FIRST_LINES = 30;

const LAST_LINES = 20;

/** Where the text of one failure begins, in colour or not. */
const FAILURE = /^(?=(?:\u001B\[\d+m)* {2}● )/m;

/** @param {string} failure */
function cut(failure) {
	const lines = failure.split('\n');
	const left = lines.length - FIRST_LINES - LAST_LINES;
	if (left <= 0) return failure;
	const note = `    … ${left} lines more when this test runs alone, with --reporters=default`;
	return [...lines.slice(0, FIRST_LINES), note, ...lines.slice(-LAST_LINES)].join('\n');
}

/**
 * The failures of a file in as much detail as somebody reads: the same reason once, whatever it ended.
 *
 * @param {string} message
 */
function shorten(message) {
	const all = message.split(FAILURE);
	const reasons = all.map((failure) => failure.slice(failure.indexOf('\n')).trim());
	const failures = all.filter((_, index) => reasons.indexOf(reasons[index] ?? '') === index);
	const repeated = all.length - failures.length;
	const others = failures.slice(MAX_SHOWN).map((failure) => failure.split('\n', 1)[0] ?? '');
	const left = others.length - MAX_TITLES;
	return [
		...failures.slice(0, MAX_SHOWN).map(cut),
		...others.slice(0, MAX_TITLES).map((title) => `${title}\n`),
		left > 0 ? `    … ${left} more tests failed\n` : '',
		repeated > 0 ? `    … ${repeated} more tests failed for a reason that is told above\n` : '',
	].join('');
}

/** @param {typeof DefaultReporter} Reporter */
function shortened(Reporter) {
	return class extends Reporter {
		/**
		 * @param {string} file
		 * @param {import('@jest/reporters').Config.ProjectConfig} config
		 * @param {import('@jest/reporters').TestResult} result
		 * @override
		 */
		printTestFileFailureMessage(file, config, result) {
			const { failureMessage } = result;
			const message = failureMessage ? shorten(failureMessage) : failureMessage;
			super.printTestFileFailureMessage(file, config, { ...result, failureMessage: message });
		}
	};
}

const Brief = shortened(DefaultReporter);
const Detailed = shortened(VerboseReporter);

module.exports = class {
	/** @param {import('@jest/reporters').Config.GlobalConfig} globalConfig */
	constructor(globalConfig) {
		return globalConfig.verbose ? new Detailed(globalConfig) : new Brief(globalConfig);
	}
};
module.exports.shorten = shorten;
