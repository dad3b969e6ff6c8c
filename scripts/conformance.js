/**
 * `npm run conformance`: the first contact with a real platform. Asks every interface that only reads,
 * compares the answers with `openapi/`, and writes a report without anybody's data.
 */

const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { examinationOf } = require('./conformance/examine');
const {
	NOTHING_CHANGED,
	reportOf,
	screenDifferences,
	screenFields,
	screenTable,
	summaryOf,
} = require('./conformance/report');
const { readSettings } = require('./conformance/settings');
const { onInterrupt } = require('./lib/cleanup');
const { step } = require('./lib/progress');
const { projectFolder } = require('./settings');

/** Milliseconds between two requests. */
const GAP_MS = 500;

const REPORT_FILE = 'conformance-report.md';

/** What the first Ctrl-C is told. */
const STOPPING = 'Stopping after the answer that is under way; Ctrl-C again ends at once.';

/** @param {string[]} args @throws Error when an option is unknown or has no usable value */
function optionsOf(args) {
	const { values } = parseArgs({
		args,
		options: {
			report: { type: 'string', default: REPORT_FILE },
			gap: { type: 'string', default: String(GAP_MS) },
		},
	});
	const gapMs = Number(values.gap);
	if (!(gapMs >= 0)) throw new Error('--gap takes milliseconds, such as --gap=500.');
	return { file: path.resolve(values.report), gapMs };
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} 0 when it ran, whatever it found; 1 when nothing answered
 * @throws Error when it could not run
 */
async function run(args) {
	const { file, gapMs } = optionsOf(args);
	console.log(
		'Asks your platform what it can be asked without changing anything, one request at a time.',
	);
	const settings = await readSettings(process.env);
	const at = Date.now();
	const examination = await examinationOf(settings, gapMs);
	const total = examination.operations().length;
	const forget = onInterrupt(() => {
		examination.stop();
		console.log(`\n${STOPPING}`);
	});
	const results = await step(
		'Asking every interface that only reads',
		async () => await examination.run(),
		() => `${examination.results.length} of ${total}`,
	);
	forget();
	const { version } = JSON.parse(fs.readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
	fs.writeFileSync(file, reportOf(results, settings, { version, at, gapMs }));
	const tables = [screenTable(results), screenDifferences(results), screenFields(results)]
		.filter(Boolean)
		.join('\n\n');
	console.log(`\n${tables}\n\n${summaryOf(results).join('\n')}\n${NOTHING_CHANGED}`);
	console.log(
		`\nThe report: ${file}\nIt has no values, keys, names, numbers or addresses. Read it before you send it.`,
	);
	const hasAnswer = results.some(({ status }) => status !== undefined);
	if (!hasAnswer)
		console.error(
			'\nThe platform did not answer at all: check addresses, network and certificates.',
		);
	return hasAnswer ? 0 : 1;
}

module.exports = { run };
