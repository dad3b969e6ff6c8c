/** The least that an interface must be asked with: what it demands, and what earlier answers gave. */

/** @typedef {import('../../simulator/core/description').Description} Description */
/** @typedef {import('../../simulator/core/description').Operation} Operation */
/** @typedef {import('../../simulator/core/description').Schema} Schema */
/** @typedef {import('./known').Known} Known */

/**
 * @typedef {object} Question
 * @property {string} path
 * @property {Record<string, unknown>} qs
 * @property {Record<string, unknown> | undefined} body
 */

/** What a page does not demand and yet needs for an answer, by the names of fields. */
const ALSO = /** @type {Record<string, string[]>} */ ({
	querycalldetailbyid: ['ccId', 'isCallin', 'callId'],
	queryCallManualDetailInfo: ['beginDate', 'endDate'],
	getRecordFileUrlFromObs: ['version'],
});

/** Stands in the description where no name of an indicator was seen. */
const NO_INDICATOR = 'IDX_EXAMPLE';

const ROWS = 10;

/**
 * A value out of the sample of a page.
 *
 * @param {unknown} sample
 * @param {string} name
 * @returns {unknown}
 */
function inSample(sample, name) {
	if (typeof sample !== 'object' || sample === null) return undefined;
	const fields = /** @type {Record<string, unknown>} */ (sample);
	if (name in fields) return fields[name];
	return Object.values(fields)
		.map((inner) => inSample(inner, name))
		.find((found) => found !== undefined);
}

/** Makes the parameters of one interface. */
class Parameters {
	/** @type {string[]} names of what could not be had */
	lacking = [];

	/** @param {Operation} operation @param {Description} description @param {Known} known @param {number} turn */
	constructor(operation, description, known, turn) {
		this.turn = turn;
		this.operation = operation;
		this.resolve = description.resolve;
		this.known = known;
	}

	/** @param {'path' | 'query'} place @returns {Record<string, unknown>} */
	in(place) {
		const asked = this.operation.parameters.filter((one) => one.in === place && one.required);
		return Object.fromEntries(
			asked.map(({ name, schema }) => [name, this.#demanded(name, schema)]),
		);
	}

	/** @returns {Record<string, unknown> | undefined} */
	body() {
		const { body } = this.operation;
		return body && this.#object(this.resolve(body));
	}

	/** @param {string} name @param {Schema} written */
	#demanded(name, written) {
		const value = this.#value(name, this.resolve(written));
		if (value === undefined) this.lacking.push(name);
		return value;
	}

	/** @param {Schema} schema @returns {Record<string, unknown>} */
	#object(schema) {
		const { properties = {}, required = [] } = schema;
		const also = (ALSO[this.operation.operationId] ?? []).filter((name) => name in properties);
		const names = new Set([...required, ...also, ...this.#chosen(schema)]);
		return Object.fromEntries(
			[...names].map((name) => [name, this.#demanded(name, properties[name] ?? {})]),
		);
	}

	/** Of what may be given in place of each other, the first that can be had. @param {Schema} schema */
	#chosen({ anyOf, oneOf, properties = {} }) {
		const choices = [...(anyOf ?? []), ...(oneOf ?? [])].flatMap(({ required }) =>
			required ? [required] : [],
		);
		const canBeHad = choices.find((names) =>
			names.every((name) => this.#value(name, this.resolve(properties[name] ?? {})) !== undefined),
		);
		return canBeHad ?? choices[0] ?? [];
	}

	/** @param {string} name @param {Schema} schema @returns {unknown} */
	#value(name, schema) {
		if (schema.const !== undefined) return schema.const;
		if (schema.properties) return this.#object(schema);
		const known =
			this.#fromPage(name, schema) ?? this.known.value(this.operation, name, schema, this.turn);
		if (known !== undefined) return this.#typed(name, schema, known);
		return Array.isArray(schema.enum) ? schema.enum[0] : undefined;
	}

	/** @param {string} name @param {Schema} schema */
	#fromPage(name, schema) {
		const { paging, examples } = this.operation;
		const most = typeof schema.maximum === 'number' ? schema.maximum : ROWS;
		if (name === 'offset') return 0;
		if (['limit', 'pageSize', 'rowsPerPage', paging?.size].includes(name))
			return Math.min(ROWS, most);
		if (name === 'pageNum' || name === 'curPage') return paging?.from ?? 1;
		if (name === 'indexIds') {
			const names = /** @type {unknown[]} */ ([inSample(examples, name) ?? []].flat());
			return names.includes(NO_INDICATOR) || names.length === 0 ? undefined : names;
		}
		return undefined;
	}

	/** @param {string} name @param {Schema} schema @param {unknown} value @returns {unknown} */
	#typed(name, schema, value) {
		const types = [schema.type ?? []].flat();
		if (types.includes('array') || name.endsWith('Ids')) {
			const item = this.resolve(schema.items ?? {});
			const sample = /** @type {unknown[]} */ (
				[inSample(this.operation.examples, name) ?? []].flat()
			);
			return [value].flat().map((one) => as(item, one, sample[0]));
		}
		return as(schema, value, inSample(this.operation.examples, name));
	}
}

/** @param {Schema} schema @param {unknown} value @param {unknown} sample */
function as({ type }, value, sample) {
	const types = [type ?? []].flat();
	const isNumeric = types.includes('integer') || types.includes('number');
	const wantsText = types.includes('string') || (!isNumeric && typeof sample === 'string');
	const wantsNumber = !wantsText && (isNumeric || typeof sample === 'number');
	if (wantsText) return String(value);
	return wantsNumber && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/**
 * @param {Operation} operation
 * @param {Description} description
 * @param {Known} known
 * @param {number} turn which of several calls, campaigns and so on is asked for, from 0
 * @returns {{ question: Question } | { lacking: string[] }}
 */
function planOf(operation, description, known, turn) {
	const parameters = new Parameters(operation, description, known, turn);
	const inPath = parameters.in('path');
	const qs = parameters.in('query');
	const body = parameters.body();
	if (parameters.lacking.length > 0) return { lacking: [...new Set(parameters.lacking)] };
	const path = operation.path.replace(/\{(\w+)\}/g, (_whole, name) =>
		encodeURIComponent(String(inPath[name])),
	);
	return { question: { path, qs, body } };
}

/**
 * @param {Operation} operation
 * @param {Description} description
 * @param {Question} question
 * @param {Record<string, number>} values of parameters
 * @returns {Question} the same with those, each with its type
 */
function questionWith({ parameters, body, examples }, { resolve }, question, values) {
	const { properties = {} } = resolve(body ?? {});
	const changed = { qs: { ...question.qs }, body: question.body && { ...question.body } };
	for (const [name, value] of Object.entries(values)) {
		const inQuery = parameters.find((one) => one.in === 'query' && one.name === name);
		const schema = resolve(inQuery?.schema ?? properties[name] ?? {});
		const typed = as(schema, value, inSample(examples, name));
		if (inQuery) changed.qs[name] = typed;
		else changed.body = { ...changed.body, [name]: typed };
	}
	return { ...question, ...changed };
}

module.exports = { planOf, questionWith };
