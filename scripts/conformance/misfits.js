/** What the validator found in an answer, as differences: a field, what was expected, what is there. */

const { wayPart } = require('./names');
const { codeShape, shapeOf, typesInWords, wayInWords } = require('./shape');

/** @typedef {import('ajv').ErrorObject} ErrorObject */
/** @typedef {import('../../simulator/core/description').Schema} Schema */

/**
 * @typedef {object} Difference
 * @property {'different' | 'more'} kind `more` is a field that the description does not have
 * @property {string} field such as `data[].callId`
 * @property {string} expected
 * @property {string} seen what the value is like, never the value
 */

/** @param {string} pointer a JSON pointer */
function wayOf(pointer) {
	return pointer
		.split('/')
		.slice(1)
		.map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/**
 * The names of the fields that an object has by a schema and all its parts.
 *
 * @param {Schema} schema
 * @returns {string[]}
 */
function namesIn(schema) {
	const parts = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((some) => some ?? []);
	return [...Object.keys(schema.properties ?? {}), ...parts.flatMap(namesIn)];
}

/** What is expected, by the keyword that did not fit. @type {Record<string, (error: ErrorObject) => string>} */
const EXPECTED = {
	type: ({ params }) => typesInWords(params.type),
	enum: ({ params }) => `one of ${params.allowedValues.map(String).join(', ')}`,
	const: ({ params }) => String(params.allowedValue),
	format: ({ params }) => `a time ${params.format}`,
	pattern: () => 'text in the form of the description',
	minLength: ({ params }) => `at least ${params.limit} characters`,
	maxLength: ({ params }) => `at most ${params.limit} characters`,
	minItems: ({ params }) => `at least ${params.limit} rows`,
	maxItems: ({ params }) => `at most ${params.limit} rows`,
	minimum: ({ params }) => `at least ${params.limit}`,
	maximum: ({ params }) => `at most ${params.limit}`,
};

/** Keywords whose values are codes. */
const CODES = ['enum', 'const', 'minimum', 'maximum'];

/** @param {ErrorObject} error @returns {Difference | undefined} */
function differenceOf({ ...error }) {
	const way = wayOf(error.instancePath);
	const { keyword, data, params } = error;
	const stray = params.additionalProperty ?? params.unevaluatedProperty;
	if (stray !== undefined) {
		// A field seems to be unknown when another part of the same object does not fit.
		const described = namesIn(error.parentSchema ?? {});
		if (described.includes(stray)) return undefined;
		const fields = /** @type {Record<string, unknown>} */ (data);
		const field = wayInWords([
			...way,
			wayPart(fields, stray, { isAnswer: way.length === 0, described }),
		]);
		return { kind: 'more', field, expected: 'not described', seen: shapeOf(fields[stray]) };
	}
	if (keyword === 'required') {
		const field = wayInWords([...way, params.missingProperty]);
		return { kind: 'different', field, expected: 'always there', seen: 'missing' };
	}
	const expected = EXPECTED[keyword]?.(error) ?? 'one of the forms of the description';
	const seen = CODES.includes(keyword) ? codeShape(data) : shapeOf(data);
	return { kind: 'different', field: wayInWords(way), expected, seen };
}

/**
 * Of the forms that a value may have, what does not fit in the one that comes nearest; and the choice
 * itself when none has the type of the value.
 *
 * @param {ErrorObject} choice
 * @param {ErrorObject[]} errors
 * @returns {ErrorObject[]}
 */
function nearestForm(choice, errors) {
	const under = errors.filter(({ schemaPath }) => schemaPath.startsWith(`${choice.schemaPath}/`));
	/** @type {Map<string, ErrorObject[]>} */
	const forms = new Map();
	for (const error of under) {
		const form = error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] ?? '';
		forms.set(form, [...(forms.get(form) ?? []), error]);
	}
	const isOther = (/** @type {ErrorObject} */ { keyword, instancePath }) =>
		['type', 'const', 'enum'].includes(keyword) && instancePath === choice.instancePath;
	const fitting = [...forms.values()].filter((some) => !some.some(isOther));
	const [nearest] = fitting.sort((one, other) => one.length - other.length);
	return nearest
		? told(nearest)
		: [{ ...choice, keyword: 'type', params: { type: typesOf(choice) } }];
}

/** @param {ErrorObject} choice @returns {string[]} */
function typesOf(choice) {
	const forms = /** @type {Schema[]} */ (choice.schema);
	return [...new Set(forms.flatMap(({ type }) => type ?? []))];
}

/** @param {ErrorObject[]} errors @returns {ErrorObject[]} those worth telling, each once */
function told(errors) {
	const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
	const isUnder = (/** @type {ErrorObject} */ { schemaPath }) =>
		choices.some((choice) => schemaPath.startsWith(`${choice.schemaPath}/`));
	const outer = errors.filter((error) => !isUnder(error));
	return outer.flatMap((error) => {
		if (error.keyword === 'if') return [];
		return choices.includes(error) ? nearestForm(error, errors) : [error];
	});
}

/**
 * @param {ErrorObject[]} errors
 * @returns {Difference[]} one for each field and kind, however many rows have it
 */
function misfitsIn(errors) {
	return once(told(errors).flatMap((error) => differenceOf(error) ?? []));
}

/** @param {Difference[]} differences */
function once(differences) {
	return [...new Map(differences.map((one) => [`${one.field} ${one.expected}`, one])).values()];
}

module.exports = { misfitsIn, once };
