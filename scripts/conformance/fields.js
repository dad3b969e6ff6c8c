/**
 * Walks over an answer beside its schema, for what a validator does not tell: values without a
 * meaning, times in another unit, fields that never come.
 */

const { codeShape, shapeOf, wayInWords } = require('./shape');

/** @typedef {import('../../simulator/core/description').Schema} Schema */
/** @typedef {import('./misfits').Difference} Difference */

/**
 * @typedef {object} Walk
 * @property {Difference[]} differences
 * @property {Array<[field: string, expected: string, seen: string]>} unknownValues values to which a page gives no meaning, although others may come
 * @property {Map<string, boolean>} described fields, and whether any row has them
 * @property {string[]} numbersAsText fields that may be numbers or text, and are text here
 */

/** Digits that milliseconds since 1970 have at least, and seconds at most. */
const TIME_DIGITS = 11;

/** Says that a field is what older platforms have in two places. */
const OLDER_COPY = /^Older copy/;

/** Fields that the pages themselves do not promise. */
const FROM_ELSEWHERE = ['third-party', 'inferred'];

/** @param {Schema} schema @param {unknown} value whether the value has its type */
function fits({ type }, value) {
	if (type === undefined) return true;
	const types = [type].flat();
	if (value === null) return types.includes('null');
	if (Array.isArray(value)) return types.includes('array');
	if (typeof value === 'number') return types.includes('number') || types.includes('integer');
	return types.includes(typeof value);
}

/**
 * The parts of a schema that speak of a value.
 *
 * @param {Schema} schema
 * @param {unknown} value
 * @returns {Schema[]}
 */
function partsOf(schema, value) {
	const forms = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter((form) =>
		fits(form, value),
	);
	return [schema, ...[...(schema.allOf ?? []), ...forms].flatMap((part) => partsOf(part, value))];
}

/**
 * What is said of a value to which the page gives no meaning, although others than its own may come.
 *
 * @param {Schema[]} parts
 * @param {unknown} value
 */
function withoutMeaning(parts, value) {
	if (value === '' || value === null || typeof value === 'object') return undefined;
	if (parts.some((part) => part.enum !== undefined)) return undefined;
	const known = parts.flatMap((part) => Object.keys(Object(part['x-values'] ?? {})));
	if (known.length === 0 || known.includes(String(value))) return undefined;
	return { expected: `one of ${known.join(', ')}`, seen: codeShape(value) };
}

/** @param {Schema[]} parts @param {unknown} value @returns {Omit<Difference, 'field'> | undefined} */
function strangeness(parts, value) {
	const text = String(value);
	const clock = parts.map((part) => part['x-clock']).find(Boolean);
	const isCounted = /^\d{9,}$/.test(text);
	const isMilliseconds = text.length > TIME_DIGITS;
	if (isCounted && clock === 'epoch-ms' && !isMilliseconds) {
		return { kind: 'different', expected: 'milliseconds since 1970', seen: shapeOf(value) };
	}
	if (isCounted && clock === 'epoch-s' && isMilliseconds) {
		return { kind: 'different', expected: 'seconds since 1970', seen: shapeOf(value) };
	}
	return undefined;
}

/** @param {Schema} schema whether a page says that the field comes */
function isPromised(schema) {
	const isOlder = schema.deprecated === true || OLDER_COPY.test(String(schema.description));
	return !isOlder && !FROM_ELSEWHERE.includes(String(schema['x-source']));
}

/** @param {Schema} schema @param {unknown} value @param {string[]} way @param {Walk} walk */
function visit(schema, value, way, walk) {
	const parts = partsOf(schema, value);
	const strange = strangeness(parts, value);
	if (strange) walk.differences.push({ ...strange, field: wayInWords(way) });
	const unknown = withoutMeaning(parts, value);
	if (unknown) walk.unknownValues.push([wayInWords(way), unknown.expected, unknown.seen]);
	const types = parts.flatMap(({ type }) => type ?? []);
	const isEither =
		types.includes('string') && types.some((one) => one === 'number' || one === 'integer');
	if (isEither && typeof value === 'string' && /^-?\d+$/.test(value)) {
		walk.numbersAsText.push(wayInWords(way));
	}
	if (Array.isArray(value)) {
		/** @type {Schema[]} */
		const items = parts.flatMap(({ items: own }) => (own ? [own] : []));
		value.forEach((row, index) => visit({ allOf: items }, row, [...way, String(index)], walk));
	} else if (typeof value === 'object' && value !== null) {
		visitFields(parts, /** @type {Record<string, unknown>} */ (value), way, walk);
	}
}

/** @param {Schema[]} parts @param {Record<string, unknown>} value @param {string[]} way @param {Walk} walk */
function visitFields(parts, value, way, walk) {
	// An object without anything is nothing, as null is.
	if (Object.keys(value).length === 0) return;
	const names = new Set(parts.flatMap(({ properties }) => Object.keys(properties ?? {})));
	for (const name of names) {
		/** @type {Schema[]} */
		const schemas = parts.flatMap(({ properties }) => {
			const own = properties?.[name];
			return own ? [own] : [];
		});
		const field = [...way, name];
		const isThere = value[name] !== undefined;
		const place = wayInWords(field);
		if (schemas.every(isPromised)) {
			walk.described.set(place, isThere || walk.described.get(place) === true);
		}
		if (isThere) visit({ allOf: schemas }, value[name], field, walk);
	}
}

/** @param {Schema} schema without references @param {unknown} answer @returns {Walk} */
function walkOver(schema, answer) {
	/** @type {Walk} */
	const walk = { differences: [], described: new Map(), numbersAsText: [], unknownValues: [] };
	visit({ allOf: [schema] }, answer, [], walk);
	return walk;
}

module.exports = { walkOver };
