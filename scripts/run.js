/**
 * Entry of every npm command: `node scripts/run.js <task>`. Works on a fresh clone, with nothing
 * but Node.js: installs what is missing, then runs the task.
 */

const { endOnSignals, endWithNpm, isEnding, runCleanups } = require('./lib/cleanup');
const { minimumNodeMajor } = require('./settings');

/**
 * Every task module exports `run`, which gets the command's arguments and gives an exit code.
 *
 * @type {Record<string, string>}
 */
const TASKS = {
	start: './start',
	'start:queue': './start-queue',
	simulator: './simulator',
	test: './test',
	'test:quick': './test-quick',
	e2e: './e2e',
	queue: './queue-test',
	archive: './archive-test',
	versions: './versions',
	bench: './bench',
	compare: './compare',
	conformance: './conformance',
	simulate: './simulate-scale',
	'install:n8n': './install',
	scan: './scan',
	generate: './generate',
	'openapi:lint': './openapi-lint',
	'openapi:bundle': './openapi-bundle',
	release: './release',
};

/**
 * The options of the tasks that take these and no others. The rest look at theirs themselves: jest
 * at those of the tests, the plan at its numbers, a release at its version.
 *
 * @type {Record<string, string[]>}
 */
const OPTIONS = {
	start: ['--once'],
	'start:queue': ['--once'],
	simulator: [],
	bench: [],
	compare: [],
	'install:n8n': ['--current'],
	scan: [],
	generate: ['--check'],
};

/**
 * @param {string} task
 * @param {string[]} args
 * @returns {string | undefined} what is wrong with the arguments
 */
function complaintAbout(task, args) {
	const known = OPTIONS[task];
	const unknown = args.find((arg) => known && !known.includes(arg));
	if (!known || unknown === undefined) return undefined;
	const choice = known.length > 0 ? `There is: ${known.join(', ')}.` : 'It takes none.';
	return `"${task}" does not know "${unknown}". ${choice}`;
}

/** @param {string[]} args */
async function main([task = '', ...args]) {
	if (Number.parseInt(process.versions.node) < minimumNodeMajor) {
		console.error(
			`This project needs Node.js ${minimumNodeMajor} or newer; this is ${process.version}.`,
		);
		return 1;
	}
	const file = TASKS[task];
	if (!file) {
		console.error(`Unknown task "${task}". There are: ${Object.keys(TASKS).join(', ')}.`);
		return 1;
	}
	const complaint = complaintAbout(task, args);
	if (complaint) {
		console.error(complaint);
		return 1;
	}
	const { installProjectDependencies } = require('./project-dependencies');
	await installProjectDependencies();
	return await require(file).run(args);
}

endOnSignals();
endWithNpm();
main(process.argv.slice(2))
	.catch((error) => {
		if (!isEnding()) {
			console.error(`\n${error instanceof Error ? error.message : error}`);
			if (process.env.DEBUG) console.error(error);
		}
		return 1;
	})
	.then(async (exitCode) => {
		await runCleanups();
		// A signal has set the exit code already.
		process.exitCode ??= exitCode;
		process.exit();
	});
