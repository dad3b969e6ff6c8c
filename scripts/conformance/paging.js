/** Whether a list comes in the pages that are asked for. */

const { codeShape, shapeOf } = require('./shape');

/** @typedef {import('../../simulator/core/description').Operation} Operation */
/** @typedef {import('./misfits').Difference} Difference */
/** @typedef {import('./plan').Question} Question */

/**
 * How an interface is asked for a part of a list, and where the answer has it.
 *
 * @typedef {object} Paging
 * @property {'offset' | 'page'} style
 * @property {number} from the number of the first page, or of the first row
 * @property {string} [offset]
 * @property {string} [limit]
 * @property {string} [page]
 * @property {string} [size]
 * @property {string} [rows] with dots between the names
 * @property {string} [total]
 */

/** Said of a question that came too soon after others. */
const TOO_OFTEN = 'called too often';

/** Fields that tell one row from another. */
const KEYS = /(id|no|code|name|account)$/i;

/** @param {unknown} json @param {string} way names with dots between them @returns {unknown} */
function at(json, way) {
	return way
		.split('.')
		.reduce(
			(/** @type {unknown} */ value, name) =>
				/** @type {Record<string, unknown> | null} */ (value)?.[name],
			json,
		);
}

/** @param {Operation} operation @returns {Paging | undefined} */
function pagingOf({ paging }) {
	return /** @type {Paging | undefined} */ (paging);
}

/** @param {Operation} operation @param {unknown} json @returns {unknown[]} the rows of an answer */
function rowsIn(operation, json) {
	const { rows } = pagingOf(operation) ?? {};
	const list = rows === undefined ? undefined : at(json, rows);
	return Array.isArray(list) ? list : [];
}

/** The names of the parameters. @param {Paging} paging */
function namesOf({ style, offset, limit, page, size }) {
	const names = style === 'offset' ? { start: offset, size: limit } : { start: page, size };
	return { start: names.start ?? '', size: names.size ?? '' };
}

/** @param {Question} question @param {string} name */
function askedWith({ qs, body }, name) {
	const value = qs[name] ?? body?.[name];
	return value === undefined ? undefined : Number(value);
}

/**
 * @param {Operation} operation
 * @param {Question} question
 * @param {unknown} json its answer
 * @returns {Difference[]} too many or too few rows, rows that come twice, a total that is none
 */
function pageFaults(operation, question, json) {
	const paging = pagingOf(operation);
	if (!paging?.rows) return [];
	const list = at(json, paging.rows);
	// A list of another type is told as such.
	if (list !== undefined && !Array.isArray(list)) return [];
	const rows = rowsIn(operation, json);
	const names = namesOf(paging);
	const size = askedWith(question, names.size);
	const start = (askedWith(question, names.start) ?? paging.from) - paging.from;
	const before = paging.style === 'offset' ? start : start * (size ?? 0);
	/** @type {Difference[]} */
	const faults = [];
	/** @param {string} field @param {string} expected @param {string} seen */
	const tell = (field, expected, seen) => faults.push({ kind: 'different', field, expected, seen });
	if (size !== undefined && rows.length > size)
		tell(paging.rows, `at most ${size}, as asked for`, shapeOf(rows));
	if (new Set(rows.map((row) => JSON.stringify(row))).size < rows.length)
		tell(paging.rows, 'each row once', 'rows that come twice');
	const told = paging.total === undefined ? undefined : at(json, paging.total);
	const total = told === null || told === '' ? NaN : Number(told);
	if (paging.total === undefined || !Number.isInteger(total)) return faults;
	// Whoever gives more than was asked for may not have begun where it was asked to.
	const isAsAsked = size === undefined || rows.length <= size;
	const end = (isAsAsked ? before : 0) + rows.length;
	if (rows.length > 0 && total < end)
		tell(paging.total, `at least ${end}, as so many rows are there`, codeShape(told));
	const due = Math.min(size ?? 0, total - before);
	if (rows.length < due) tell(paging.rows, `${due}, by ${paging.total}`, shapeOf(list));
	return faults;
}

/** What a row is known by, also when its counters go on. @param {unknown} row */
function keyOf(row) {
	const fields = Object.entries(Object(row)).filter(
		([name, value]) => KEYS.test(name) && value !== '' && typeof value !== 'object',
	);
	return JSON.stringify(fields.length > 0 ? fields : row);
}

/**
 * Asks for the second row alone: it must be the second of those that were read before.
 *
 * @param {Operation} operation
 * @param {unknown[]} read the first rows
 * @param {(values: Record<string, number>) => Promise<{ state: string, note: string, json: unknown, differences: Difference[] }>} put asks again, with other values of parameters
 * @returns {Promise<Difference[]>}
 */
async function secondRowFaults(operation, read, put) {
	const paging = pagingOf(operation);
	const [first, second] = read.map(keyOf);
	if (!paging || second === undefined || first === second) return [];
	const { start, size } = namesOf(paging);
	/** @param {number} number of the page, from 0 @param {number} rows of a page */
	const page = async (number, rows) => await put({ [start]: paging.from + number, [size]: rows });
	/** @param {string} seen @returns {Difference} */
	const difference = (seen) => ({
		kind: 'different',
		field: start,
		expected: `the second row, for ${start} ${paging.from + 1} and ${size} 1`,
		seen,
	});
	const one = await page(1, 1);
	if (one.note.includes(TOO_OFTEN)) return [];
	if (one.state !== 'answered') return [difference(one.note)];
	/** @param {unknown} json */
	const keys = (json) => rowsIn(operation, json).map(keyOf);
	if (keys(one.json)[0] === second) return one.differences;
	// The list may have changed meanwhile, or have fewer rows now.
	const both = keys((await page(0, 2)).json);
	const again = await page(1, 1);
	const [found] = keys(again.json);
	if (both.length < 2 || both[0] === both[1] || found === both[1]) return one.differences;
	const seen = found === both[0] ? 'the first row again' : 'another row';
	return [...one.differences, difference(found === undefined ? 'no row' : seen)];
}

module.exports = { TOO_OFTEN, at, pageFaults, rowsIn, secondRowFaults };
