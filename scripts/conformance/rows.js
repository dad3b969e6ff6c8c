/** What was found, as rows of the tables of a report. */

const { PRODUCTS } = require('../lib/interface-files');

/** @typedef {import('./examine').Result} Result */

/** Of a table of differences. */
const COLUMNS = ['interface', 'field', 'expected', 'seen'];

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

/** @param {Result} result its product and interface */
function placeOf(result) {
	return `${productOf(result)} ${result.name}`;
}

/** @param {Result[]} results @param {'different' | 'more'} kind */
function differenceRows(results, kind) {
	return results.flatMap((result) =>
		result.differences
			.filter((one) => one.kind === kind)
			.map(({ field, expected, seen }) => [
				placeOf(result),
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
		.map((result) => [placeOf(result), result.state, result.note]);
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
		result.unseen.map(([field, seen]) => [placeOf(result), `\`${field}\``, 'described', seen]),
	);
}

/** @param {Result[]} results */
function valueRows(results) {
	return results.flatMap((result) =>
		result.unknownValues.map(([field, expected, seen]) => [
			placeOf(result),
			`\`${field}\``,
			expected,
			seen,
		]),
	);
}

/** Says of fields that are open in the same way that they are so in one row. @param {Result[]} results */
function openingRows(results) {
	return results.flatMap((result) => {
		/** @type {Map<string, string[]>} */
		const fields = new Map();
		for (const [field, ...kinds] of result.openings) {
			const key = kinds.join('\n');
			fields.set(key, [...(fields.get(key) ?? []), `\`${field}\``]);
		}
		return [...fields].map(([key, names]) => [
			placeOf(result),
			...key.split('\n'),
			names.join(', '),
		]);
	});
}

module.exports = {
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
};
