/** Asks every interface that only reads, one after the other, and judges what comes. */

const { setTimeout: sleep } = require('node:timers/promises');
const { isDeepStrictEqual } = require('node:util');
const { PRODUCT_FOLDERS, interfacesIn } = require('../lib/interface-files');
const { loadAuthentication, loadDescription } = require('../load-typescript');
const { betterOf } = require('./better');
const { Gate } = require('./gate');
const { Judge, NOTHING_IN_IT } = require('./judge');
const { Known, reasonFor } = require('./known');
const { rowsIn, secondRowFaults } = require('./paging');
const { planOf, questionWith } = require('./plan');
const { PROBES } = require('./probes');
const { samplesOf } = require('./samples');
const { Sender } = require('./sender');
const { failureOf } = require('./wire');

/** @typedef {import('../../simulator/core/description').Operation} Operation */
/** @typedef {import('./judge').Verdict} Verdict */
/** @typedef {import('./plan').Question} Question */
/** @typedef {import('./settings').Settings} Settings */
/** @typedef {import('./wire').Reply} Reply */

/**
 * @typedef {object} Result
 * @property {string} product its folder below `openapi/`
 * @property {string} name of the interface
 * @property {Verdict['state'] | 'not asked'} state
 * @property {string} note
 * @property {Verdict['differences']} differences
 * @property {Verdict['unseen']} unseen
 * @property {Verdict['openings']} openings
 * @property {Verdict['unknownValues']} unknownValues
 * @property {string[]} forms
 * @property {number} [status]
 * @property {number} [ms]
 * @property {number} [clockDifference] milliseconds by which the platform is ahead
 */

const TOKEN_INTERFACE = 'tokenByAkSk';

/**
 * Milliseconds before an interface that wants a longer pause than others. Source: vendor page
 * cec_07_0783, "more than 1 s between batches".
 *
 * @type {Record<string, number>}
 */
const LEAST_GAPS = { callresult: 1100 };

/** How many calls, campaigns or agents are tried until an answer has something in it. */
const MOST_TURNS = 3;

/** @param {Operation} operation @returns {Result} before anything is known of it */
function nothingOf({ product, operationId: name }) {
	const lists = { differences: [], unseen: [], unknownValues: [], forms: [], openings: [] };
	return { product, name, state: 'failed', note: '', ...lists };
}

class Examination {
	/** @type {Result[]} */
	results = [];

	hasAsked = false;

	/** Whether no more is to be asked: what there is by then is reported. */
	isStopped = false;

	/** Lists of more than one row, and how they were asked for. @type {Map<string, { question: Question, rows: unknown[] }>} */
	#lists = new Map();

	/** @type {Record<string, Gate>} */
	gates = Object.fromEntries(PRODUCT_FOLDERS.map((product) => [product, new Gate()]));

	/**
	 * @param {Settings} settings
	 * @param {import('../../simulator/core/description').Description} description
	 * @param {number} gapMs between two requests
	 * @param {(milliseconds: number) => Promise<unknown>} wait
	 */
	constructor(settings, description, gapMs, wait) {
		this.settings = settings;
		this.description = description;
		this.gapMs = gapMs;
		this.wait = wait;
		this.sender = new Sender(settings);
		this.files = PRODUCT_FOLDERS.flatMap(interfacesIn);
		const samples = this.files.map(({ name, operation }) => [name, samplesOf(operation)]);
		this.judge = new Judge(description, Object.fromEntries(samples));
		this.known = new Known(settings, Date.now());
		this.parseJson = loadAuthentication().parseJson;
	}

	/** @returns {Operation[]} what only reads, in the order of the products */
	operations() {
		return this.files.flatMap(({ name, operation }) => {
			const described = this.description.interfaces.get(name);
			return operation['x-write'] === false && described ? [described] : [];
		});
	}

	/** @param {Operation} operation @returns {string | undefined} why it cannot be asked at all */
	#closed({ product, operationId }) {
		const { token, akSk } = this.settings;
		if (this.isStopped) return 'the command was stopped';
		if (product === 'fabric') {
			if (!token) return 'no Token API credential';
			const needsToken = operationId !== TOKEN_INTERFACE;
			return needsToken && !this.sender.hasToken
				? 'no token was given'
				: this.gates[product]?.closed;
		}
		if (!akSk) return 'no AK/SK API credential';
		const isTaken = this.gates.isales?.isOpen || this.gates.cms?.isOpen;
		if (product === 'ccfs' && !isTaken) {
			return 'neither CC-iSales nor CC-CMS took the keys, and CC-FS locks the address after wrong signatures';
		}
		return this.gates[product]?.closed;
	}

	/** @param {Operation} operation @param {string} note */
	#leave(operation, note) {
		this.results.push({ ...nothingOf(operation), state: 'not asked', note });
	}

	/** Waits before an interface is asked. @param {Operation} operation */
	async #pause({ operationId }) {
		await this.wait(Math.max(this.gapMs, LEAST_GAPS[operationId] ?? 0));
	}

	/** @param {Operation} operation @param {() => Promise<Reply>} send @param {Question} [question] */
	async #ask(operation, send, question) {
		const { product, operationId } = operation;
		if (this.hasAsked) await this.#pause(operation);
		this.hasAsked = true;
		let result = nothingOf(operation);
		try {
			const reply = await send();
			const { json, ...verdict } = this.judge.judge(operation, reply, question);
			const { status, ms, clockDifference } = reply;
			this.known.learnClock(product, clockDifference);
			result = { ...result, ...verdict, status, ms, clockDifference };
			if (json !== undefined) this.known.learn(operationId, this.parseJson(reply.text ?? ''));
			const rows = rowsIn(operation, json);
			if (question && rows.length > 1) this.#lists.set(operationId, { question, rows });
		} catch (error) {
			result.note = failureOf(error);
		}
		this.gates[product]?.note(operation, result);
		return result;
	}

	/** @param {Operation} operation @returns {Promise<boolean>} whether it is done with */
	async #attempt(operation) {
		const closed = this.#closed(operation);
		if (closed) {
			this.#leave(operation, closed);
			return true;
		}
		if (operation.operationId === TOKEN_INTERFACE) {
			this.results.push(await this.#ask(operation, async () => await this.sender.fetchToken()));
			return true;
		}
		const first = planOf(operation, this.description, this.known, 0);
		if (!('question' in first)) return false;
		let plan = first;
		let best = nothingOf(operation);
		for (let turn = 0; turn < MOST_TURNS; turn++) {
			const { question } = plan;
			const result = await this.#ask(
				operation,
				async () => await this.sender.send(operation, question),
				question,
			);
			best = turn === 0 ? result : betterOf(best, result);
			const next = planOf(operation, this.description, this.known, turn + 1);
			const isLast = turn === MOST_TURNS - 1 || !this.#isWorthAnother(result);
			if (isLast || !('question' in next) || isDeepStrictEqual(next, plan)) {
				this.results.push(best);
				return true;
			}
			plan = next;
		}
		return true;
	}

	/** Whether another call, campaign or agent may tell more. @param {Result} result */
	#isWorthAnother({ product, state, note }) {
		if (this.isStopped || this.gates[product]?.closed) return false;
		return state === 'refused' || (state === 'answered' && note === NOTHING_IN_IT);
	}

	/** Asks what can be asked, again and again as answers give what others need. @param {Operation[]} operations */
	async #round(operations) {
		let open = operations;
		let before;
		do {
			before = open.length;
			/** @type {Operation[]} */
			const left = [];
			for (const operation of open) if (!(await this.#attempt(operation))) left.push(operation);
			open = left;
		} while (open.length > 0 && open.length < before);
		for (const operation of open) {
			const plan = planOf(operation, this.description, this.known, 0);
			this.#leave(
				operation,
				'lacking' in plan ? reasonFor(operation.operationId, plan.lacking) : 'it cannot be asked',
			);
		}
	}

	/** @param {Operation} operation @param {Question} question @param {string} [without] a header */
	async #put(operation, question, without) {
		await this.#pause(operation);
		const reply = await this.sender.send(operation, question, without);
		return this.judge.judge(operation, reply, question);
	}

	/** Puts the questions beside the least ones. @param {Operation[]} operations */
	async #probe(operations) {
		for (const { name, find } of PROBES) {
			const result = this.results.find((one) => one.name === name);
			const operation = operations.find(({ operationId }) => operationId === name);
			if (this.isStopped || !operation || result?.state !== 'answered') continue;
			const plan = planOf(operation, this.description, this.known, 0);
			if (!('question' in plan)) continue;
			const { question } = plan;
			const form = await find(
				async (change, without) => await this.#put(operation, change(question), without),
				this.settings,
			).catch(() => undefined);
			if (form) result.forms.push(form);
		}
	}

	/** Turns the pages of lists that have more than one row. @param {Operation[]} operations */
	async #turnPages(operations) {
		for (const operation of operations) {
			const list = this.#lists.get(operation.operationId);
			const result = this.results.find(({ name }) => name === operation.operationId);
			if (this.isStopped || !list || !result) continue;
			const faults = await secondRowFaults(
				operation,
				list.rows,
				async (values) =>
					await this.#put(
						operation,
						questionWith(operation, this.description, list.question, values),
					),
			).catch(() => []);
			const told = new Set(result.differences.map(({ field }) => field));
			result.differences.push(...faults.filter(({ field }) => !told.has(field)));
		}
	}

	/** Says of the token what only the questions after it have shown. */
	#tellOfToken() {
		const token = this.results.find(({ name }) => name === TOKEN_INTERFACE);
		if (!this.sender.hasDiedEarly || !token) return;
		const expected = 'taken until it runs out';
		const seen = 'refused before that';
		token.differences.push({ kind: 'different', field: 'AccessToken', expected, seen });
	}

	/** Lets the request that is under way be the last one. */
	stop() {
		this.isStopped = true;
	}

	async run() {
		const all = this.operations();
		const isToken = (/** @type {Operation} */ { operationId }) => operationId === TOKEN_INTERFACE;
		const isLast = (/** @type {Operation} */ { product }) => product === 'ccfs';
		await this.#round(all.filter(isToken));
		await this.#round(all.filter((one) => !isToken(one) && !isLast(one)));
		await this.#probe(all);
		await this.#turnPages(all);
		// CC-FS comes when it is known whether the others took the keys.
		await this.#round(all.filter(isLast));
		this.sender.end();
		this.#tellOfToken();
		const order = all.map(({ operationId }) => operationId);
		this.results.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
		return this.results;
	}
}

/**
 * @param {Settings} settings
 * @param {number} gapMs between two requests
 * @param {(milliseconds: number) => Promise<unknown>} [wait]
 * @returns {Promise<Examination>} to be run
 */
async function examinationOf(settings, gapMs, wait = sleep) {
	return new Examination(settings, await loadDescription().readDescription(), gapMs, wait);
}

module.exports = { examinationOf };
