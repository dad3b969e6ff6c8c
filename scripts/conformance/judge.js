/** What came of a question: whether it was answered, and in what the answer differs from its page. */

const { loadAuthentication, loadDescription } = require('../load-typescript');
const { doublesIn } = require('./doubles');
const { formsIn } = require('./forms');
const { walkOver } = require('./fields');
const { different, fileFaults, headFaults } = require('./head');
const { misfitsIn, once } = require('./misfits');
const { TOO_OFTEN, at, pageFaults } = require('./paging');
const { mediaType, resultCode } = require('./shape');

/** @typedef {import('../../simulator/core/description').Description} Description */
/** @typedef {import('../../simulator/core/description').Operation} Operation */
/** @typedef {import('../../simulator/core/description').Schema} Schema */
/** @typedef {import('./misfits').Difference} Difference */
/** @typedef {import('./plan').Question} Question */
/** @typedef {import('./samples').Samples} Samples */
/** @typedef {import('./wire').Reply} Reply */
/** @typedef {Record<string, unknown>} Fields */

/**
 * @typedef {object} Verdict
 * @property {'answered' | 'refused' | 'forbidden' | 'missing' | 'failed'} state
 * @property {string} note a few words
 * @property {Difference[]} differences
 * @property {Array<[field: string, expected: string, seen: string]>} unknownValues without a meaning on the page
 * @property {Array<[field: string, seen: string]>} unseen fields that the page has and not all rows of the answer
 * @property {import('./fields').Opening[]} openings what came where the description is open
 * @property {string[]} forms which of several forms the platform has, where the description has them
 * @property {unknown} json
 */

/** Of an answer without rows. */
const NOTHING_IN_IT = 'nothing in it to compare';

/** Its platforms give numbers as text and texts of digits as numbers, and so do its pages. */
const LOOSE_PRODUCT = 'cms';

/** Names that hold a result code in some interface or other. */
const CODE_NAMES = ['resultCode', 'returnCode', 'retCode', 'code', 'errorCode'];

/** @param {unknown} payload */
function isEmptyPayload(payload) {
	return payload === null || (typeof payload === 'object' && Object.keys(payload).length === 0);
}

/** @param {Reply} reply in words, without what it says */
function kindOf({ contentType, text }) {
	if (text === '') return 'nothing';
	if (contentType.includes('html') || /^\s*</.test(text ?? '')) return 'a page (HTML)';
	if (!contentType.includes('json')) return `text (${mediaType(contentType)})`;
	return parsed(text ?? '') === undefined ? 'text that is no JSON' : 'JSON';
}

/**
 * The schema of the form that an answer means to have.
 *
 * @param {Schema} schema of all forms
 * @param {Description['resolve']} resolve
 * @param {boolean} isFailure
 * @returns {Schema}
 */
function formOf(schema, resolve, isFailure) {
	const whole = resolve(schema);
	const forms = (whole.anyOf ?? whole.oneOf ?? []).map((form) => resolve(form));
	const fitting = forms.filter((form) => (form.title === 'Failure') === isFailure);
	if (fitting.length === 0) return schema;
	return fitting.length === 1 ? (fitting[0] ?? schema) : { anyOf: fitting };
}

/**
 * What an HTTP status says by itself, if it says enough.
 *
 * @param {Operation} operation
 * @param {Reply} reply
 * @returns {Pick<Verdict, 'state' | 'note'> | undefined}
 */
function byStatus(operation, reply) {
	const { status } = reply;
	const code = new Code(operation, parsed(reply.text ?? ''));
	const told = code.value === undefined ? '' : `; ${code.inWords}`;
	const note = `HTTP ${status}, ${kindOf(reply)}${told}`;
	if (status === 401 || status === 403) return { state: 'forbidden', note };
	if (status === 404 || status === 405) return { state: 'missing', note };
	if (status === 429) return { state: 'failed', note: `${note}: ${TOO_OFTEN}` };
	if (status >= 300 && status < 400) return { state: 'failed', note: `${note}: leads elsewhere` };
	return status >= 400 ? { state: 'failed', note } : undefined;
}

/** The code of an answer: what it means, and what is wrong with where and what it is. */
class Code {
	/** @param {Operation} operation @param {unknown} json */
	constructor({ success, codes }, json) {
		const fields = /** @type {Fields} */ (typeof json === 'object' && json ? json : {});
		this.name = success.code.find((name) => fields[name] !== undefined);
		this.other =
			success.code.length > 0 && this.name === undefined
				? CODE_NAMES.find((name) => fields[name] !== undefined)
				: undefined;
		const name = this.name ?? this.other;
		this.written = name === undefined ? undefined : fields[name];
		this.value = name === undefined ? undefined : String(this.written);
		const payload = success.payload === undefined ? undefined : at(json, success.payload);
		const hasPayload = typeof payload === 'object' && payload !== null;
		this.isAlsoSeen = success.alsoSeen?.includes(this.value ?? '') === true;
		const isSuccess = this.isAlsoSeen || success.codes.includes(this.value ?? '');
		this.isKnown = this.value === undefined || isSuccess || this.value in codes;
		/** Whether the answer has what was asked for. */
		this.isAnswer =
			isSuccess ||
			success.code.length === 0 ||
			(!this.isKnown && hasPayload) ||
			(this.value === undefined && hasPayload);
		this.meaning = codes[this.value ?? ''];
		this.expected = success.codes.join(' or ');
		this.expectedName = success.code[0] ?? '';
		/** Where the code stands a second time, and is another. @type {Array<[name: string, written: unknown]>} */
		this.copies = success.code.flatMap((one) => {
			const copy = fields[one];
			return copy === undefined || String(copy) === this.value ? [] : [[one, copy]];
		});
	}

	/** The code and its meaning, for there is no other. */
	get inWords() {
		return `${resultCode(this.written)}: ${this.meaning ?? 'a code that the page does not have'}`;
	}

	get state() {
		if (this.isAnswer) return 'answered';
		return this.value === undefined ? 'failed' : 'refused';
	}

	/** @returns {Difference[]} */
	get differences() {
		const copies = this.copies.map(([field, written]) =>
			different(field, `the same as ${this.name}`, resultCode(written)),
		);
		if (this.isKnown && !this.other) return copies;
		const field = this.name ?? this.expectedName;
		const seen = this.other ? `missing; there is ${this.other}` : resultCode(this.written);
		const expected = this.other ? 'the result code' : `${this.expected}, or a code of the page`;
		return [different(field, expected, seen), ...copies];
	}

	/** Whether what the validator says is said of the code already, or is no fault. @param {Difference} one */
	isSaid({ field }) {
		const isReported = !this.isKnown || this.other !== undefined || this.isAlsoSeen;
		const [outer] = field.split('.');
		return isReported && [this.expectedName, this.name, this.other].includes(outer);
	}
}

/** Makes of the answers of one run what a report says of them. */
class Judge {
	/** @type {Map<Schema, { schema: Schema, check: import('../../simulator/core/validation').Check }>} */
	#checks = new Map();

	/** @param {Description} description @param {Record<string, Samples>} samples of answers, by operationId */
	constructor(description, samples) {
		this.description = description;
		this.samples = samples;
		this.tools = { ...loadDescription(), ...loadAuthentication() };
	}

	/**
	 * @param {Operation} operation
	 * @param {Reply} reply
	 * @param {Question} [question] what was asked
	 * @returns {Verdict}
	 */
	judge(operation, reply, question) {
		const lists = { differences: [], unseen: [], unknownValues: [], forms: [], openings: [] };
		const empty = { ...lists, json: undefined };
		const refusal = byStatus(operation, reply);
		if (refusal) return { ...empty, ...refusal };
		if (reply.text === undefined) {
			const state = /** @type {const} */ ('answered');
			const seen = mediaType(reply.contentType);
			return {
				...empty,
				state,
				note: `a file, ${seen}; not kept`,
				differences: fileFaults(operation, reply),
			};
		}
		const json = parsed(reply.text);
		if (json === undefined) {
			const expected = operation.success.file ? 'a file or JSON' : 'JSON';
			const differences = [different('(the answer)', expected, kindOf(reply))];
			return { ...empty, state: 'failed', note: `HTTP ${reply.status}`, differences };
		}
		return this.#ofJson(operation, reply, json, question);
	}

	/** @param {Operation} operation @param {Reply} reply @param {unknown} json @param {Question} [question] @returns {Verdict} */
	#ofJson(operation, reply, json, question) {
		const code = new Code(operation, json);
		const written = operation.answers[reply.status] ?? operation.answers[200];
		// What has no code may be anything: it is told beside what was hoped for.
		const isFailure = !code.isAnswer && code.value !== undefined;
		const { schema, check } = this.#checkFor(written ?? {}, isFailure);
		const walk = walkOver(schema, json, {
			samples: (code.isAnswer && this.samples[operation.operationId]) || new Map(),
			isLoose: operation.product === LOOSE_PRODUCT,
			resolve: this.description.resolve,
		});
		const found = [...misfitsIn(check(json)), ...walk.differences].filter(
			(one) => !code.isSaid(one),
		);
		const ofPages =
			question && code.isAnswer
				? pageFaults(operation, question, this.tools.parseJson(reply.text ?? ''))
				: [];
		const { payload } = operation.success;
		const isEmpty = payload !== undefined && isEmptyPayload(at(json, payload));
		const doubles = doublesIn(reply.text ?? '').map((field) => different(field, 'once', 'twice'));
		const isTold = (/** @type {string} */ field) => found.some((one) => one.field === field);
		const unseen = unseenIn(walk).filter(([field]) => !isTold(field));
		return {
			state: code.state,
			note: noteOf(code, isEmpty),
			differences: once([
				...headFaults(reply),
				...code.differences,
				...doubles,
				...found,
				...ofPages,
			]),
			unseen: code.isAnswer ? unseen : [],
			unknownValues: uniqueOf(walk.unknownValues),
			openings: code.isAnswer ? uniqueOf(walk.openings) : [],
			forms: formsIn({ operation, json, code: code.value, isAnswer: code.isAnswer, walk }),
			json: code.isAnswer ? json : undefined,
		};
	}

	/** @param {Schema} written @param {boolean} isFailure */
	#checkFor(written, isFailure) {
		const form = formOf(written, this.description.resolve, isFailure);
		const known = this.#checks.get(form);
		if (known) return known;
		const schema = this.tools.sentSchema(form, this.description);
		const made = { schema, check: this.tools.checkOf(schema) };
		this.#checks.set(form, made);
		return made;
	}
}

/** @param {import('./fields').Walk} walk @returns {Verdict['unseen']} */
function unseenIn({ described }) {
	return [...described].flatMap(([field, { isThere, isLacking }]) => {
		if (!isThere) return [[field, 'in no row']];
		return isLacking ? [[field, 'not in every row']] : [];
	});
}

/** @param {Array<[field: string, expected: string, seen: string]>} pairs */
function uniqueOf(pairs) {
	return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

/** @param {Code} code @param {boolean} isEmpty */
function noteOf({ isAnswer, value, inWords }, isEmpty) {
	if (isAnswer) return isEmpty ? NOTHING_IN_IT : '';
	return value === undefined ? 'no result code' : inWords;
}

/** @param {string} text */
function parsed(text) {
	try {
		return /** @type {unknown} */ (JSON.parse(text));
	} catch {
		return undefined;
	}
}

module.exports = { Judge, NOTHING_IN_IT };
