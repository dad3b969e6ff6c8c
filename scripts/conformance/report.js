/** What was found, as a table for the screen and as a report that can be sent to the project. */

const { PRODUCTS } = require('../lib/interface-files');
const { markdownTable, table } = require('../lib/table');
const { askedOf, clockInWords, clockOf, clockRows, median } = require('./clock');
const { masked } = require('./masked');

/** @typedef {import('./examine').Result} Result */
/** @typedef {import('./settings').Settings} Settings */

/** Characters of a note that a line on the screen has room for. */
const SCREEN_NOTE = 60;

/** Of a table of differences. */
const COLUMNS = ['interface', 'field', 'expected', 'seen'];

const NOTHING_CHANGED =
	'Only interfaces that read were asked: nothing was changed on the platform.';

/** @param {Result} result */
function productOf({ product }) {
	return PRODUCTS[product] ?? product;
}

/** @param {Result} result */
function outcomeOf({ state, differences }) {
	const isDifferent = differences.some(({ kind }) => kind === 'different');
	if (state !== 'answered' || differences.length === 0) return state;
	return isDifferent ? 'answered, differs' : 'answered, has more';
}

/** @param {Result[]} results @param {(result: Result) => boolean} matches */
function count(results, matches) {
	return results.filter(matches).length;
}

/** @param {Result[]} results */
function summaryOf(results) {
	const asked = count(results, ({ state }) => state !== 'not asked');
	const states = ['answered', 'refused', 'forbidden', 'missing', 'failed'].flatMap((name) => {
		const number = count(results, ({ state }) => state === name);
		return number > 0 ? `${number} ${name}` : [];
	});
	const all = results.flatMap(({ differences }) => differences);
	const different = all.filter(({ kind }) => kind === 'different').length;
	const clocks = clockRows(results).length;
	const unseen = results.flatMap((result) => result.unseen).length;
	const unknown = results.flatMap(({ unknownValues }) => unknownValues).length;
	const forms = new Set(results.flatMap((result) => result.forms)).size;
	return [
		`${asked} of ${results.length} interfaces were asked: ${states.join(', ') || 'none answered'}.`,
		`Differences: ${different + clocks}. Fields beyond the description: ${all.length - different}. Fields that did not come: ${unseen}. Values without a meaning: ${unknown}. Open points of the description that were settled: ${forms}.`,
	];
}

/** @param {Result[]} results */
function screenTable(results) {
	return table(
		['product', 'interface', 'outcome', 'HTTP', 'ms', 'differences', ''],
		results.map((result) => [
			productOf(result),
			result.name,
			outcomeOf(result),
			String(result.status ?? ''),
			result.ms ?? '',
			result.differences.length || '',
			result.note.slice(0, SCREEN_NOTE),
		]),
	);
}

/** @param {Result[]} results */
function timesTable(results) {
	const rows = Object.entries(PRODUCTS).flatMap(([product, title]) => {
		const own = askedOf(results, product);
		if (own.length === 0) return [];
		const times = own.map(({ ms }) => ms ?? 0).sort((one, other) => one - other);
		const clock = clockOf(own);
		return [
			[
				title,
				String(own.length),
				`${median(times)} ms`,
				`${times.at(-1)} ms`,
				clock === undefined ? 'it tells no time' : clockInWords(clock),
			],
		];
	});
	return sectionOf(
		'Times and clock',
		['product', 'asked', 'usual answer', 'slowest', 'clock'],
		rows,
	);
}

/** @param {string} text */
function cell(text) {
	return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
}

/** @param {string} title @param {string[]} head @param {string[][]} rows @param {string} [words] */
function sectionOf(title, head, rows, words = '') {
	const body =
		rows.length > 0
			? markdownTable(
					head,
					rows.map((row) => row.map(cell)),
				)
			: 'None.';
	return [`## ${title}`, ...(words ? [words] : []), body].join('\n\n');
}

/** @param {Result[]} results @param {'different' | 'more'} kind */
function differenceRows(results, kind) {
	return results.flatMap((result) =>
		result.differences
			.filter((one) => one.kind === kind)
			.map(({ field, expected, seen }) => [
				`${productOf(result)} ${result.name}`,
				`\`${field}\``,
				...(kind === 'different' ? [expected] : []),
				seen,
			]),
	);
}

/** @param {Result[]} results @param {Array<Result['state']>} states */
function stateRows(results, states) {
	return results
		.filter(({ state }) => states.includes(state))
		.map((result) => [`${productOf(result)} ${result.name}`, result.state, result.note]);
}

/** Says the same once. @param {Result[]} results */
function formRows(results) {
	/** @type {Map<string, string[]>} */
	const places = new Map();
	for (const result of results) {
		for (const form of result.forms) places.set(form, [...(places.get(form) ?? []), result.name]);
	}
	return [...places].map(([form, names]) => [form, names.join(', ')]);
}

/** @param {Result[]} results */
function unseenRows(results) {
	return results.flatMap((result) =>
		result.unseen.map((field) => [
			`${productOf(result)} ${result.name}`,
			`\`${field}\``,
			'described',
			'in no row',
		]),
	);
}

/** @param {Result[]} results */
function valueRows(results) {
	return results.flatMap((result) =>
		result.unknownValues.map(([field, expected, seen]) => [
			`${productOf(result)} ${result.name}`,
			`\`${field}\``,
			expected,
			seen,
		]),
	);
}

/**
 * @param {Result[]} results
 * @param {Settings} settings
 * @param {{ version: string, at: number, gapMs: number }} run
 * @returns {string} Markdown
 */
function reportOf(results, settings, { version, at, gapMs }) {
	const day = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
	const head = ['interface', 'outcome', 'what was said'];
	const parts = [
		'# Conformance report',
		`n8n-nodes-huawei-aicc ${version}, ${day} UTC, one request at a time, ${gapMs} ms between two. ${NOTHING_CHANGED}`,
		'Values are not shown, only what they are like. Addresses, keys, phone numbers and names are left out.',
		...summaryOf(results),
		sectionOf('Differences', COLUMNS, [
			...differenceRows(results, 'different'),
			...clockRows(results),
		]),
		sectionOf(
			'Missing, forbidden, refused, failed',
			head,
			stateRows(results, ['missing', 'forbidden', 'refused', 'failed']),
		),
		sectionOf(
			'Settled here',
			['this platform', 'seen in'],
			formRows(results),
			'What the description leaves open, or has in several forms.',
		),
		sectionOf(
			'More than described',
			['interface', 'field', 'seen'],
			differenceRows(results, 'more'),
		),
		sectionOf(
			'Fields that did not come',
			COLUMNS,
			unseenRows(results),
			'No page says that they always come, and a row that has them may not have been among the few that were asked for.',
		),
		sectionOf(
			'Values without a meaning',
			COLUMNS,
			valueRows(results),
			'A page explains some values; others may come.',
		),
		timesTable(results),
		sectionOf('Not asked', head, stateRows(results, ['not asked'])),
		sectionOf(
			'All interfaces',
			['interface', 'outcome', 'HTTP', 'ms', 'note'],
			results
				.filter(({ state }) => state !== 'not asked')
				.map((result) => [
					`${productOf(result)} ${result.name}`,
					outcomeOf(result),
					String(result.status ?? ''),
					String(result.ms ?? ''),
					result.note,
				]),
		),
	];
	return `${masked(parts.join('\n\n'), settings)}\n`;
}

module.exports = { NOTHING_CHANGED, reportOf, screenTable, summaryOf };
