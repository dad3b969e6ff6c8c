/**
 * A way to a server on which connections break at random places, of the request or of the answer.
 * Plain JavaScript, as all that runs on Node.js alone.
 */

const { connect, createServer } = require('node:net');

/** @typedef {import('node:net').Socket} Socket */

/** Each connection breaks within so many bytes of what is sent, or else of what is answered. */
const MAX_SENT = 5_000;
const MAX_ANSWERED = 2_000;

/**
 * Numbers from 0 to 1 that look random and are the same each time (mulberry32).
 *
 * @param {number} seed
 */
function randomFrom(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * Hands on what comes.
 *
 * @param {Socket} from
 * @param {Socket} to
 * @param {number} left bytes that still go through
 * @param {() => void} cut called when they have
 */
function handOn(from, to, left, cut) {
	let rest = left;
	from.on('data', (data) => {
		if (data.length <= rest) {
			rest -= data.length;
			to.write(data);
			return;
		}
		to.write(data.subarray(0, rest), cut);
		rest = 0;
		from.pause();
	});
	from.once('end', () => to.end());
}

/**
 * Starts a proxy before a server.
 *
 * @param {string} target base URL, without encryption
 * @param {number} seed another one makes other breaks
 */
async function startCuttingProxy(target, seed) {
	const random = randomFrom(seed);
	/** @type {Set<Socket>} */
	const sockets = new Set();
	const { hostname, port } = new URL(target);
	let cuts = 0;

	const server = createServer((client) => {
		const service = connect(Number(port), hostname);
		const both = [client, service];
		const isReset = random() < 0.5;
		let isOver = false;
		const end = () => {
			if (isOver) return;
			isOver = true;
			for (const socket of both) {
				if (isReset) socket.resetAndDestroy();
				else socket.destroy();
			}
		};
		const cut = () => {
			cuts++;
			end();
		};
		for (const socket of both) {
			sockets.add(socket);
			socket.on('error', end).once('close', () => {
				sockets.delete(socket);
				end();
			});
		}
		const isInAnswer = random() < 0.5;
		const place = random();
		handOn(client, service, isInAnswer ? Infinity : Math.floor(place * MAX_SENT), cut);
		handOn(service, client, isInAnswer ? Math.floor(place * MAX_ANSWERED) : Infinity, cut);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		/** Base URL in place of that of the server. */
		url: `http://127.0.0.1:${address.port}`,
		/** How many connections were broken so far. */
		cuts: () => cuts,
		stop: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}

module.exports = { startCuttingProxy };
