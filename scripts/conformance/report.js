/** What was found, as a table for the screen and as a report that can be sent to the project. */

const { PRODUCTS } = require('../lib/interface-files');
const { markdownTable, table } = require('../lib/table');
const { askedOf, clockInWords, clockOf, clockRows, median } = require('./clock');
const { masked } = require('./masked');
const {
	COLUMNS,
	differenceRows,
	formRows,
	openingRows,
	outcomeOf,
	placeOf,
	productOf,
	stateRows,
	unseenRows,
	valueRows,
} = require('./rows');

/** @typedef {import('./examine').Result} Result */
/** @typedef {import('./settings').Settings} Settings */

/** Characters of a note that a line on the screen has room for. */
const SCREEN_NOTE = 60;

/** Characters for the names of fields. */
const SCREEN_FIELDS = 60;

const NOTHING_CHANGED =
	'Only interfaces that read were asked: nothing was changed on the platform.';

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

/** What differs, for the screen; empty when nothing does. @param {Result[]} results */
function screenDifferences(results) {
	const rows = [...differenceRows(results, 'different'), ...clockRows(results)];
	const plain = rows.map((row) => row.map((cell) => cell.replace(/`/g, '')));
	return plain.length > 0 ? table(COLUMNS, plain) : '';
}

/** @param {string[]} fields each once, as far as there is room */
function shortened(fields) {
	const text = [...new Set(fields)].join(', ');
	return text.length > SCREEN_FIELDS ? `${text.slice(0, SCREEN_FIELDS - 1)}…` : text;
}

/** Fields beyond the description and fields that did not come, for the screen; empty for none. @param {Result[]} results */
function screenFields(results) {
	const rows = results.flatMap((result) => {
		const more = result.differences.flatMap(({ kind, field }) => (kind === 'more' ? field : []));
		const unseen = result.unseen.map(([field]) => field);
		if (more.length + unseen.length === 0) return [];
		return [[placeOf(result), shortened(more), shortened(unseen)]];
	});
	return rows.length > 0 ? table(['interface', 'not described', 'did not come'], rows) : '';
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
		sectionOf(
			'Where the description is open',
			['interface', 'described as', 'came as', 'fields'],
			openingRows(results),
			'Fields without a type, with several types, or of an object of which not all fields were seen.',
		),
		timesTable(results),
		sectionOf('Not asked', head, stateRows(results, ['not asked'])),
		sectionOf(
			'All interfaces',
			['interface', 'outcome', 'HTTP', 'ms', 'note'],
			results
				.filter(({ state }) => state !== 'not asked')
				.map((result) => [
					placeOf(result),
					outcomeOf(result),
					String(result.status ?? ''),
					String(result.ms ?? ''),
					result.note,
				]),
		),
	];
	return `${masked(parts.join('\n\n'), settings)}\n`;
}

module.exports = {
	NOTHING_CHANGED,
	reportOf,
	screenDifferences,
	screenFields,
	screenTable,
	summaryOf,
};
