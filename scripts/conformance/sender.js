/** Sends questions with the credentials, signed and with tokens as the node does it. */

const { loadAuthentication } = require('../load-typescript');
const { exchange } = require('./wire');

/** @typedef {import('../../simulator/core/description').Operation} Operation */
/** @typedef {import('./plan').Question} Question */
/** @typedef {import('./settings').Settings} Settings */
/** @typedef {import('./wire').Reply} Reply */

/** So often a new token is asked for in vain. */
const MOST_VAIN = 2;

/** The fields of the AK/SK credential with the addresses of its products. */
const ADDRESSES = /** @type {const} */ ({
	isales: 'baseUrl',
	cms: 'cmsBaseUrl',
	ccfs: 'ccfsBaseUrl',
});

/** @param {Reply} reply @param {string} name */
function headerOf({ headers }, name) {
	const value = headers[name];
	return typeof value === 'string' ? value : undefined;
}

/** Whether an answer may mean that the token is taken no more. @param {Reply} reply */
function isTokenRefused({ status, contentType }) {
	return status === 401 || (status === 403 && contentType.includes('json'));
}

class Sender {
	#tools = loadAuthentication();

	/** The clock of the signed products; they share one, at whatever address. */
	#clock = { offset: 0 };

	/** @type {import('../../aicc/auth/bearer/tokenRequest').KnownToken | undefined} */
	#token;

	/** Whether an interface has taken the token. */
	#isTaken = false;

	/** How often a new token was refused where the old one had been. */
	#vainly = 0;

	/** Whether a token was refused before its end, and a new one was taken in its place. */
	hasDiedEarly = false;

	/** @param {Settings} settings */
	constructor(settings) {
		this.settings = settings;
	}

	/**
	 * Fetches the token for all that follows.
	 *
	 * @returns {Promise<Reply>}
	 * @throws Error when there is no answer
	 */
	async fetchToken() {
		const { token } = this.settings;
		if (!token) throw new Error('There is no Token API credential.');
		/** @type {Reply | undefined} */
		let reply;
		/** @type {unknown} what the network said of it */
		let failure;
		try {
			const known = await this.#tools.fetchToken(async (options) => {
				reply = await this.#exchange(options).catch((error) => {
					failure = error;
					throw error;
				});
				const { status: statusCode, headers, text: body } = reply;
				return {
					statusCode,
					headers: /** @type {import('n8n-workflow').IDataObject} */ (headers),
					body,
				};
			}, token);
			this.#token = known;
			this.#isTaken = false;
		} catch (error) {
			// An answer without a token is judged like any other.
			if (!reply) throw failure ?? error;
		}
		if (!reply) throw new Error('The token interface was not asked.');
		return reply;
	}

	/** @param {import('n8n-workflow').IHttpRequestOptions} options */
	async #exchange(options) {
		const { ignoresSsl, deadlineMs } = this.settings;
		return await exchange(options, ignoresSsl, deadlineMs);
	}

	get hasToken() {
		return this.#token !== undefined;
	}

	/**
	 * @param {Operation} operation
	 * @param {Question} question
	 * @param {string} [without] a header of the API Fabric that is left out
	 * @returns {Promise<Reply>}
	 * @throws Error when there is no answer
	 */
	async send(operation, question, without) {
		return operation.product === 'fabric'
			? await this.#withToken(operation, question, without)
			: await this.#signed(operation, question);
	}

	/** @param {Operation} operation @param {Question} question @param {string} [without] */
	async #withToken(operation, question, without) {
		if (this.#token && Date.now() >= this.#token.usableUntil) await this.fetchToken();
		const reply = await this.#withThisToken(operation, question, without);
		const isRefused = isTokenRefused(reply);
		// Without a header it may be that which is missed.
		const mayHaveDied = isRefused && this.#isTaken && !without && this.#vainly < MOST_VAIN;
		if (!isRefused) this.#isTaken = true;
		if (!mayHaveDied) return reply;
		await this.fetchToken();
		const again = await this.#withThisToken(operation, question);
		if (isTokenRefused(again)) this.#vainly += 1;
		else this.hasDiedEarly = this.#isTaken = true;
		return again;
	}

	/** @param {Operation} operation @param {Question} question @param {string} [without] */
	async #withThisToken({ method }, { path, qs, body }, without) {
		const { token } = this.settings;
		const accessToken = this.#token?.token;
		const credential = { ...token, baseUrl: token?.baseUrl ?? '', accessToken };
		const options = this.#tools.addBearer(
			{
				...optionsOf(method, path, qs, body),
				headers: { 'Content-Type': 'application/json' },
			},
			credential,
			Date.now(),
		);
		if (without) delete options.headers?.[without];
		return await this.#exchange(options);
	}

	/** @param {Operation} operation @param {Question} question */
	async #signed({ method, product }, { path, qs, body }) {
		const { akSk } = this.settings;
		if (!akSk) throw new Error('There is no AK/SK API credential.');
		const field = ADDRESSES[/** @type {keyof typeof ADDRESSES} */ (product)];
		const origin = this.#tools.originFor(field, akSk);
		this.#tools.keepClock(origin, this.#clock);
		const once = async () =>
			await this.#exchange(
				this.#tools.signRequest(optionsOf(method, `${origin}${path}`, qs, body), akSk, Date.now()),
			);
		const reply = await once();
		// CC-FS locks the address of whoever sends wrong signatures.
		const mayRepeat = product !== 'ccfs' && reply.status === 401;
		const isTaken =
			mayRepeat && this.#tools.takeServerTime(origin, headerOf(reply, 'date'), Date.now());
		return isTaken ? await once() : reply;
	}

	/** Forgets the clocks of the servers. */
	end() {
		const { akSk } = this.settings;
		if (!akSk) return;
		for (const field of Object.values(ADDRESSES)) {
			this.#tools.forgetClock(this.#tools.originFor(field, akSk));
		}
	}
}

/**
 * @param {string} method
 * @param {string} url
 * @param {Record<string, unknown>} qs
 * @param {Record<string, unknown> | undefined} body
 * @returns {import('../../aicc/auth/requestUrl').RequestOptions}
 */
function optionsOf(method, url, qs, body) {
	return {
		method: /** @type {import('n8n-workflow').IHttpRequestMethods} */ (method),
		url,
		qs: /** @type {import('n8n-workflow').IDataObject} */ (qs),
		headers: {},
		...(body && { body: JSON.stringify(body) }),
	};
}

module.exports = { Sender };
