/** Ports on this machine. */

const net = require('node:net');

/**
 * The wanted port when it is free, else any free one.
 *
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
async function freePort(wanted = 0) {
	// Looked at on all addresses and on loopback: a server may hold only one of them.
	for (const host of ['0.0.0.0', '127.0.0.1']) {
		if (wanted !== 0 && (await tryPort(wanted, host)) === undefined) return await freePort();
	}
	const port = wanted === 0 ? await tryPort(0, '127.0.0.1') : wanted;
	if (port === undefined) throw new Error('There is no free port on this machine');
	return port;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number | undefined>} undefined when it is taken
 */
function tryPort(port, host) {
	return new Promise((resolve) => {
		const server = net.createServer();
		server.once('error', () => resolve(undefined));
		server.listen({ port, host, exclusive: true }, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
		});
	});
}

module.exports = { freePort };
