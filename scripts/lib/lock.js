/**
 * Lets one process at a time use a folder; a lock whose holder died is free again. Needs no package,
 * because it also guards their installation.
 */

const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { onEnd } = require('./cleanup');
const { isAlive } = require('./processes');

/** The holder renews its lock; one that is not renewed belongs to nobody (ids are used again). */
const RENEW_MS = 5_000;
const STALE_MS = 30_000;

/**
 * Each holder has a file of its own, numbered one above the last. The highest number counts, and its
 * file stays when the lock is given back: numbers only go up, so that nobody can take the place of a
 * holder that is long gone.
 */
const FILE = /^\.lock-(\d+)$/;

/** What the file of a lock that was given back says; else it says whose it is. */
const FREE = 'free';

/**
 * Takes the lock of a folder, or says that somebody else has it.
 *
 * @param {string} folder made when it is not there
 * @returns {(() => void) | undefined} gives the lock back
 */
function tryLock(folder) {
	fs.mkdirSync(folder, { recursive: true });
	/** @param {number} number */
	const fileOf = (number) => path.join(folder, `.lock-${number}`);
	const last = Math.max(0, ...numbersIn(folder));
	if (last > 0 && isHeld(fileOf(last))) return undefined;
	const own = last + 1;
	const file = fileOf(own);
	try {
		fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
	} catch {
		return undefined;
	}
	const others = numbersIn(folder).filter((number) => number !== own);
	if (others.some((number) => number > own)) {
		// The one before us was looked at too long ago.
		fs.rmSync(file, { force: true });
		return undefined;
	}
	for (const number of others) fs.rmSync(fileOf(number), { force: true });
	return held(file);
}

/** @param {string} folder */
function numbersIn(folder) {
	return fs.readdirSync(folder).flatMap((name) => Number(FILE.exec(name)?.[1] ?? []));
}

/**
 * Keeps a lock until it is given back.
 *
 * @param {string} file
 * @returns {() => void} gives it back
 */
function held(file) {
	const timer = setInterval(() => {
		const now = new Date();
		if (fs.existsSync(file)) fs.utimesSync(file, now, now);
	}, RENEW_MS);
	timer.unref();
	const release = () => {
		clearInterval(timer);
		// It is gone when somebody has taken it for a dead one's.
		if (fs.existsSync(file)) fs.writeFileSync(file, FREE);
		forget();
	};
	const forget = onEnd(release);
	return release;
}

/** @param {string} file */
function isHeld(file) {
	try {
		const holder = fs.readFileSync(file, 'utf8');
		if (Date.now() - fs.statSync(file).mtimeMs > STALE_MS) return false;
		// An empty file is about to be written.
		return holder === '' || (holder !== FREE && isAlive(Number(holder)));
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
