/** Lets one process at a time use a folder; a lock whose holder died is free again. */

const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { onEnd } = require('./cleanup');
const { isAlive } = require('./processes');

/** The holder renews its lock; one that is not renewed belongs to nobody (ids are used again). */
const RENEW_MS = 5_000;
const STALE_MS = 30_000;

/**
 * Takes the lock of a folder, or says that somebody else has it.
 *
 * @param {string} folder made when it is not there
 * @returns {(() => void) | undefined} gives the lock back
 */
function tryLock(folder) {
	fs.mkdirSync(folder, { recursive: true });
	const file = path.join(folder, '.lock');
	if (isHeld(file)) return undefined;
	fs.rmSync(file, { force: true });
	try {
		fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
	} catch {
		return undefined;
	}
	const timer = setInterval(() => {
		const now = new Date();
		if (fs.existsSync(file)) fs.utimesSync(file, now, now);
	}, RENEW_MS);
	timer.unref();
	const release = () => {
		clearInterval(timer);
		fs.rmSync(file, { force: true });
		forget();
	};
	const forget = onEnd(release);
	return release;
}

/** @param {string} file */
function isHeld(file) {
	try {
		const pid = Number(fs.readFileSync(file, 'utf8'));
		return isAlive(pid) && Date.now() - fs.statSync(file).mtimeMs < STALE_MS;
	} catch {
		return false;
	}
}

/**
 * Does something while holding the lock of a folder; waits for it as long as it takes.
 *
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withLock(folder, work) {
	let release = tryLock(folder);
	if (!release) console.log(`Waiting for another command that uses ${path.basename(folder)} …`);
	while (!release) {
		await sleep(1_000);
		release = tryLock(folder);
	}
	try {
		return await work();
	} finally {
		release();
	}
}

module.exports = { tryLock, withLock };
