/** A Redis of our own. */

const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { freePort } = require('../lib/ports');
const { findProgram, missing, secretIn, startServer } = require('./own-server');

const PING_TIMEOUT_MS = 1_000;

/** The program of Redis, or of what took its place. @throws when there is none */
function findRedis() {
	const program = findProgram('redis-server') ?? findProgram('valkey-server');
	if (!program) throw missing('Redis');
	return program;
}

/**
 * Starts Redis on loopback. What waits in the queue outlives a stop.
 *
 * @param {string} userFolder
 * @returns {Promise<import('./own-server').OwnServer>}
 */
async function startRedis(userFolder) {
	const program = findRedis();
	const folder = path.join(userFolder, 'redis');
	fs.mkdirSync(folder, { recursive: true });
	const port = await freePort();
	const password = secretIn(path.join(folder, 'password'));
	// In a file, because everybody on this machine can read command lines.
	const configuration = path.join(folder, 'redis.conf');
	fs.writeFileSync(
		configuration,
		[
			'bind 127.0.0.1',
			`port ${port}`,
			`requirepass ${password}`,
			`dir ${JSON.stringify(folder)}`,
			'appendonly yes',
			'save ""',
			'daemonize no',
		].join('\n'),
		{ mode: 0o600 },
	);
	return await startServer({
		title: 'Redis',
		command: [program, configuration],
		logFile: path.join(folder, 'redis.log'),
		stopSignal: 'SIGTERM',
		isReady: () => answers(port, password),
		env: {
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(port),
			QUEUE_BULL_REDIS_PASSWORD: password,
		},
	});
}

/**
 * @param {number} port
 * @param {string} password
 * @returns {Promise<boolean>}
 */
function answers(port, password) {
	return new Promise((resolve) => {
		const socket = net.connect({ host: '127.0.0.1', port, timeout: PING_TIMEOUT_MS });
		let answer = '';
		socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\nQUIT\r\n`));
		socket.on('data', (data) => (answer += String(data)));
		socket.once('timeout', () => socket.destroy());
		socket.once('error', () => resolve(false));
		socket.once('close', () => resolve(answer.includes('+PONG')));
	});
}

module.exports = { findRedis, startRedis };
