/** Somebody who listens: where the platform pushes to, or in its place. */

const http = require('node:http');
const { text } = require('node:stream/consumers');

/** What the platform expects of whoever takes a push. */
const TAKEN = '{"retCode":"0","retMsg":"success"}';

/**
 * What is answered; without a status HTTP 200, without a content type JSON.
 *
 * @typedef {{ status?: number, headers?: Record<string, string>, body: string }} Answer
 */

/**
 * Listens on a free port, and takes everything.
 *
 * @param {(path: string, body: string, method: string) => string | Answer} [answerTo] gives the answer, or
 *   its JSON alone
 * @returns {Promise<{ origin: string, url: string, bodies: string[], stop: () => Promise<void> }>}
 *   `bodies` has what was sent, oldest first
 */
async function listen(answerTo = () => TAKEN) {
	/** @type {string[]} */
	const bodies = [];
	const server = http.createServer(async (request, response) => {
		const body = await text(request);
		bodies.push(body);
		const given = answerTo(request.url ?? '', body, request.method ?? '');
		const answer = typeof given === 'string' ? { body: given } : given;
		const { status = 200, headers = {} } = answer;
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(answer.body);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	const origin = `http://127.0.0.1:${port}`;
	return {
		origin,
		url: `${origin}/callback`,
		bodies,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

module.exports = { listen };
