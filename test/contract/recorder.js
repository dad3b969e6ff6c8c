/** Stands between two programs, and notes word for word what both say. */

const http = require('node:http');

/**
 * @typedef {object} Exchange
 * @property {string} method
 * @property {string} path without query
 * @property {Record<string, string>} query
 * @property {import('node:http').IncomingHttpHeaders} headers names in lower case
 * @property {string} body
 * @property {number} status
 * @property {string} answer
 * @property {string} contentType of the answer
 */

/** @param {import('node:http').IncomingMessage} stream */
async function bytesOf(stream) {
	const chunks = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/**
 * Sends a request on. The host stays that of the recorder: signatures are made for it.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {string} body
 * @param {string} target
 * @returns {Promise<import('node:http').IncomingMessage>}
 */
async function forward({ method, headers, url = '/' }, body, target) {
	return await new Promise((resolve, reject) => {
		http.request(new URL(url, target), { method, headers }, resolve).on('error', reject).end(body);
	});
}

class Recorder {
	/** @type {Exchange[]} */
	exchanges = [];

	/** @param {string} target address of the one that answers, who speaks plain HTTP */
	constructor(target) {
		this.target = target;
		this.server = http.createServer((request, response) => {
			void this.handle(request, response).catch((error) => response.destroy(error));
		});
	}

	/** @returns {Promise<string>} the address at which it listens */
	async start() {
		await new Promise((done) => this.server.listen(0, '127.0.0.1', () => done(undefined)));
		const address = this.server.address();
		if (typeof address !== 'object' || !address) throw new Error('The recorder does not listen');
		return `http://127.0.0.1:${address.port}`;
	}

	async stop() {
		this.server.closeAllConnections();
		await new Promise((done) => this.server.close(done));
	}

	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {import('node:http').ServerResponse} response
	 */
	async handle(request, response) {
		const body = (await bytesOf(request)).toString('utf8');
		const answered = await forward(request, body, this.target);
		const answer = await bytesOf(answered);
		const { pathname, searchParams } = new URL(request.url ?? '/', this.target);
		const status = answered.statusCode ?? 0;
		this.exchanges.push({
			method: request.method ?? '',
			path: pathname,
			query: Object.fromEntries(searchParams),
			headers: request.headers,
			body,
			status,
			answer: answer.toString('utf8'),
			contentType: answered.headers['content-type'] ?? '',
		});
		response.writeHead(status, answered.headers).end(answer);
	}
}

module.exports = { Recorder };
