/** The tables of docs/limits.md: what the pages state for the interfaces that the node asks. */

const { formsOf, jsonSchemaOf, readInterface } = require('../lib/description');
const { splitShared, withParts } = require('../lib/documents');
const { PRODUCTS } = require('../lib/interface-files');
const { operationsByInterface } = require('../lib/operations');
const { markdownTable } = require('../lib/table');

/** @typedef {import('../lib/description').Schema} Schema */
/** @typedef {import('../lib/description').Interface} Interface */

const HEAD = ['parameter', 'stated'];

/** @param {number | undefined} from @param {number | undefined} to @param {string} unit */
function range(from, to, unit) {
	if (from === undefined && to === undefined) return [];
	if (from === undefined) return [`at most ${to}${unit}`];
	return [to === undefined ? `at least ${from}${unit}` : `${from} to ${to}${unit}`];
}

/**
 * What a schema says of a value, and the words of its description when they have a number.
 *
 * @param {Schema} schema
 * @param {string} [description]
 */
function stated(schema, description = schema.description ?? '') {
	const facts = [
		...range(schema.minimum, schema.maximum, ''),
		...range(schema.minLength, schema.maxLength, ' characters'),
		...range(undefined, schema.maxItems, ' in a request'),
		...(schema.enum ? [`one of ${schema.enum.map((value) => `\`${value}\``).join(', ')}`] : []),
		...(schema.const === undefined ? [] : [`always \`${schema.const}\``]),
	];
	const words = /\d/.test(description) ? [description.replace(/\.$/, '')] : [];
	return [...facts, ...words].join('; ');
}

/**
 * The fields of a request body, those within others as `list[].field`.
 *
 * @param {Schema} schema
 * @param {string} within
 * @returns {string[][]}
 */
function fieldRows(schema, within = '') {
	return formsOf(schema).flatMap(({ properties = {} }) =>
		Object.entries(properties).flatMap(([name, own]) => {
			const rows = [[`\`${within}${name}\``, stated(own)]];
			const [nested, place] = own.items ? [own.items, `${name}[].`] : [own, `${name}.`];
			return [...rows, ...fieldRows(nested, `${within}${place}`)];
		}),
	);
}

/** @param {Interface} described */
function paceRows({ 'x-pace': pace }) {
	if (!pace) return [];
	const facts = [
		...(pace.concurrency === undefined ? [] : [`${pace.concurrency} at once`]),
		...(pace.gap === undefined ? [] : [`${pace.gap} milliseconds between`]),
		...(pace.per === undefined ? [] : [`for each \`${pace.per}\``]),
	];
	return [['requests', facts.join(', ')]];
}

/** @param {Interface} described */
function rowsOf(described) {
	return [
		...(described.parameters ?? [])
			.filter((parameter) => parameter.in !== 'header')
			.map(({ name, schema, description }) => [`\`${name}\``, stated(schema, description)]),
		...fieldRows(jsonSchemaOf(described.requestBody)),
		...paceRows(described),
	].filter(([, facts]) => facts !== '');
}

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	const asked = [...operationsByInterface()].map(([name, titles]) => ({
		name,
		titles: [...titles, `[page](${readInterface(name).externalDocs?.url})`],
		rows: rowsOf(readInterface(name)),
	}));
	const parts = splitShared(asked).map(({ product, shared, interfaces }) =>
		[
			`**${PRODUCTS[product]}**`,
			...(shared.length > 0 ? [markdownTable(HEAD, shared)] : []),
			...interfaces.map(
				({ id, titles, rows }) => `_${id}_: ${titles.join(', ')}\n\n${markdownTable(HEAD, rows)}`,
			),
		].join('\n\n'),
	);
	return [await withParts('docs/limits.md', { ranges: parts.join('\n\n') })];
}

module.exports = { files };
