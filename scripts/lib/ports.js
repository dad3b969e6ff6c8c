/** Ports on this machine. */

const { randomInt } = require('node:crypto');
const net = require('node:net');

/** A server may hold only one of these, and `localhost` may mean either loopback. */
const HOSTS = ['0.0.0.0', '127.0.0.1', '::1'];

/**
 * Below the ports that systems give to connections that go out and to servers that take any port:
 * until who asked listens, seconds later, one of these would be gone now and then.
 */
const RANGE = { from: 20_000, below: 32_768 };

/** Given out by this process: who asked takes the port only a moment later. */
const given = new Set();

/**
 * The wanted port when it is free, else any free one, and never the same one twice.
 *
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
async function freePort(wanted) {
	if (wanted !== undefined && (await isFree(wanted))) return wanted;
	for (;;) {
		// At random: other processes choose at the same time.
		const port = randomInt(RANGE.from, RANGE.below);
		if (given.has(port) || !(await isFree(port))) continue;
		given.add(port);
		return port;
	}
}

/** @param {number} port */
async function isFree(port) {
	for (const host of HOSTS) {
		try {
			await listenOnce(port, host);
		} catch (error) {
			// Not every machine has IPv6.
			if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error))) return false;
		}
	}
	return true;
}

/** @param {unknown} error */
function codeOf(error) {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>} when the port is free again
 */
function listenOnce(port, host) {
	return new Promise((resolve, reject) => {
		const server = net.createServer();
		server.once('error', reject);
		server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()));
	});
}

module.exports = { freePort };
