/**
 * Walks over an answer beside its schema, for what a validator does not tell: values without a
 * meaning, times in another unit, fields that never come.
 */

const { wayPart } = require('./names');
const { againstSample } = require('./samples');
const { codeShape, kindOfValue, shapeOf, typesInWords, wayInWords } = require('./shape');

/** @typedef {import('../../simulator/core/description').Description} Description */
/** @typedef {import('../../simulator/core/description').Schema} Schema */
/** @typedef {import('./misfits').Difference} Difference */

/** What came where the description has no type, several, or not all fields. @typedef {[field: string, described: string, came: string]} Opening */

/**
 * @typedef {object} Walk
 * @property {Difference[]} differences
 * @property {Array<[field: string, expected: string, seen: string]>} unknownValues values to which a page gives no meaning, although others may come
 * @property {Map<string, { isThere: boolean, isLacking: boolean }>} described fields: whether a row has them, and whether one has not
 * @property {Opening[]} openings
 * @property {string[]} numbersAsText fields that may be numbers or text, and are text here
 * @property {import('./samples').Samples} samples of the page
 * @property {boolean} isLoose whether a number may be text, and text a number
 * @property {Description['resolve']} resolve
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

/** The types that a value may have, by all forms of its schema. @param {Schema} schema @returns {string[]} */
function typesOf(schema) {
	const { type, allOf = [], anyOf = [], oneOf = [] } = schema;
	const inner = [...allOf, ...anyOf, ...oneOf].flatMap(typesOf);
	return [...new Set([...[type ?? []].flat().map(String), ...inner])];
}

/**
 * Says what a value is like where the description leaves that open.
 *
 * @param {Schema} schema
 * @param {unknown} value
 * @param {string[]} way
 * @param {Walk} walk
 */
function noteOpening(schema, value, way, walk) {
	const types = typesOf(schema).filter((type) => type !== 'null');
	const isFixed = types.length === 1 || partsOf(schema, value).some(hasChoices);
	if (isFixed || value === null) return;
	const described = types.length === 0 ? 'no type' : typesInWords(types);
	walk.openings.push([wayInWords(way), described, kindOfValue(value)]);
}

/** @param {Schema} schema whether it names the values */
function hasChoices({ const: only, enum: some, type }) {
	return type === undefined && (only !== undefined || some !== undefined);
}

/**
 * Fields of which nothing is described.
 *
 * @param {unknown} value
 * @param {string[]} way
 * @param {Walk} walk
 * @param {Set<string>} [described] the fields of it that are
 */
function visitUnknown(value, way, walk, described = new Set()) {
	const object = /** @type {Record<string, unknown>} */ (Object(value));
	const around = { isAnswer: way.length === 0, described };
	for (const [name, inner] of Object.entries(object)) {
		if (described.has(name)) continue;
		const part = Array.isArray(value) ? name : wayPart(object, name, around);
		const place = [...way, part];
		if (!Array.isArray(value) && inner !== null) {
			walk.openings.push([wayInWords(place), 'not described', kindOfValue(inner)]);
		}
		compare(inner, place, walk, false);
		if (typeof inner === 'object') visitUnknown(inner, place, walk);
	}
}

/** Puts a value beside the sample. @param {unknown} value @param {string[]} way @param {Walk} walk @param {boolean} isTyped */
function compare(value, way, walk, isTyped) {
	const field = wayInWords(way);
	const how = { isTyped, isLoose: walk.isLoose };
	const found = againstSample(walk.samples, field, value, how);
	if (found) walk.differences.push({ kind: 'different', field, ...found });
}

/** @param {Schema[]} parts whether an object may have more fields than are described */
function isOpen(parts) {
	const isClosed = parts.some(
		(part) => part.additionalProperties === false || part.unevaluatedProperties === false,
	);
	return !isClosed || parts.some((part) => part.additionalProperties === true);
}

/**
 * The values to which a page gives a meaning: its own, or those of a table that interfaces share.
 *
 * @param {Schema[]} parts
 * @param {Walk['resolve']} resolve
 * @returns {{ values: string[], inWords: string }}
 */
function meaningsOf(parts, resolve) {
	const own = parts.flatMap((part) => Object.keys(Object(part['x-values'] ?? {})));
	const table = parts.map((part) => part['x-table']).find((name) => name !== undefined);
	if (own.length > 0 || table === undefined) return { values: own, inWords: own.join(', ') };
	const values = Object.keys(resolve({ $ref: `#/x-tables/${table}` }));
	return { values, inWords: `the table ${table}` };
}

/**
 * What is said of a value to which the page gives no meaning, although others than its own may come.
 *
 * @param {Schema[]} parts
 * @param {unknown} value
 * @param {Walk['resolve']} resolve
 */
function withoutMeaning(parts, value, resolve) {
	if (value === '' || value === null || typeof value === 'object') return undefined;
	if (parts.some((part) => part.enum !== undefined)) return undefined;
	const { values, inWords } = meaningsOf(parts, resolve);
	if (values.length === 0 || values.includes(String(value))) return undefined;
	return { expected: `one of ${inWords}`, seen: codeShape(value) };
}

/** What times that are counted are. @type {Record<string, string> & { 'epoch-ms': string, 'epoch-s': string }} */
const COUNTS = { 'epoch-ms': 'milliseconds since 1970', 'epoch-s': 'seconds since 1970' };

/** @param {Schema[]} parts @param {unknown} value @returns {Omit<Difference, 'field'> | undefined} */
function strangeness(parts, value) {
	const text = String(value);
	const clock = parts.map((part) => part['x-clock']).find(Boolean);
	const isCounted = /^\d{9,}$/.test(text);
	const types = parts.flatMap(({ type }) => type ?? []);
	const mayBeText = types.length === 0 || types.includes('string');
	const expected = COUNTS[String(clock)];
	if (expected && mayBeText && typeof value === 'string' && !/^-?\d*$/.test(value)) {
		return { kind: 'different', expected, seen: shapeOf(value) };
	}
	const isMilliseconds = text.length > TIME_DIGITS;
	if (isCounted && clock === 'epoch-ms' && !isMilliseconds) {
		return { kind: 'different', expected: COUNTS['epoch-ms'], seen: shapeOf(value) };
	}
	if (isCounted && clock === 'epoch-s' && isMilliseconds) {
		return { kind: 'different', expected: COUNTS['epoch-s'], seen: shapeOf(value) };
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
	noteOpening(schema, value, way, walk);
	const strange = strangeness(parts, value);
	if (strange) walk.differences.push({ ...strange, field: wayInWords(way) });
	else compare(value, way, walk, typesOf(schema).length > 0 || parts.some(hasChoices));
	const unknown = withoutMeaning(parts, value, walk.resolve);
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
		if (items.length === 0) visitUnknown(value, way, walk);
		value.forEach((row, index) => {
			if (items.length > 0) visit({ allOf: items }, row, [...way, String(index)], walk);
		});
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
			const before = walk.described.get(place);
			walk.described.set(place, {
				isThere: isThere || before?.isThere === true,
				isLacking: !isThere || before?.isLacking === true,
			});
		}
		if (isThere) visit({ allOf: schemas }, value[name], field, walk);
	}
	if (!isOpen(parts)) return;
	visitUnknown(value, way, walk, names);
}

/**
 * @param {Schema} schema without references
 * @param {unknown} answer
 * @param {Pick<Walk, 'samples' | 'isLoose' | 'resolve'>} beside the description
 * @returns {Walk}
 */
function walkOver(schema, answer, beside) {
	/** @type {Walk} */
	const walk = {
		...{ differences: [], openings: [], numbersAsText: [], unknownValues: [] },
		described: new Map(),
		...beside,
	};
	visit({ allOf: [schema] }, answer, [], walk);
	return walk;
}

module.exports = { walkOver };
