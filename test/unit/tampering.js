/** Somebody between a client and the platform who changes answers on their way. */

const http = require('node:http');
const { buffer } = require('node:stream/consumers');

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {string} text
 * @property {Buffer} [bytes] in place of the text
 */

/**
 * Listens on a free port for the platform at an address, without a certificate.
 *
 * @param {string} origin of the platform
 * @param {(path: string, answer: Answer) => void | Promise<void>} tamper changes an answer, or holds it back
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
async function tamperWith(origin, tamper) {
	const server = http.createServer(async (request, response) => {
		const body = await buffer(request);
		const { pathname } = new URL(request.url ?? '', origin);
		// The address that was signed goes along.
		const asked = http.request(
			`${origin}${request.url}`,
			{ method: request.method, headers: request.headers },
			async (reply) => {
				const { date = '', 'content-type': type = '' } = reply.headers;
				/** @type {Answer} */
				const answer = {
					status: reply.statusCode ?? 0,
					headers: { date, 'content-type': type },
					text: (await buffer(reply)).toString('utf8'),
				};
				await tamper(pathname, answer);
				response.writeHead(answer.status, answer.headers).end(answer.bytes ?? answer.text);
			},
		);
		asked.end(body);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		origin: `http://127.0.0.1:${port}`,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

module.exports = { tamperWith };
