/** Somebody who listens where the platform pushes to. */

const http = require('node:http');
const { text } = require('node:stream/consumers');

/**
 * Listens on a free port, and takes everything.
 *
 * @returns {Promise<{ url: string, bodies: string[], stop: () => Promise<void> }>} `bodies` has what was
 *   pushed, oldest first
 */
async function listen() {
	/** @type {string[]} */
	const bodies = [];
	const server = http.createServer(async (request, response) => {
		bodies.push(await text(request));
		response.end('{"retCode":"0","retMsg":"success"}');
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}/callback`,
		bodies,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

module.exports = { listen };
