/** Servers that are no AICC. Plain JavaScript, as all that runs on Node.js alone. */

const http = require('node:http');
const net = require('node:net');

/**
 * @param {net.Server} server
 * @returns {Promise<string>} host and port
 */
async function listen(server) {
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {net.AddressInfo} */ (server.address());
	return `127.0.0.1:${port}`;
}

/** A server that takes connections and never answers, and one with a page, without encryption. */
async function startOtherServers() {
	/** @type {Set<net.Socket>} */
	const held = new Set();
	const silent = net.createServer((socket) => held.add(socket));
	const page = http.createServer((_request, response) => response.end('Hello'));
	const hosts = { silent: await listen(silent), page: await listen(page) };
	const stop = () => {
		for (const socket of held) socket.destroy();
		silent.close();
		page.close();
	};
	return { ...hosts, stop };
}

module.exports = { startOtherServers };
