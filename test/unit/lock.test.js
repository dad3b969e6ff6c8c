/** The lock of a folder, with processes that race for it and die with it. */

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { tryLock } = require('../../scripts/lib/lock');

const RACERS = 6;
/** So often the lock is taken in a race. */
const TURNS = 200;

/**
 * A racer takes the lock again and again. Whoever is inside is seen by a file, which nobody can make
 * a second time; every so often one dies while it holds the lock, as `kill -9` would have it.
 */
const RACER = `
const fs = require('node:fs');
const { tryLock } = require('./scripts/lib/lock');
const [folder, turns] = [process.argv[1], Number(process.argv[2])];
const race = () => {
	if (fs.statSync(folder + '/taken').size >= turns) return;
	const release = tryLock(folder);
	if (release) {
		fs.writeFileSync(folder + '/inside', '', { flag: 'wx' });
		fs.appendFileSync(folder + '/taken', '.');
		fs.rmSync(folder + '/inside');
		if (Math.random() < 0.02) process.kill(process.pid, 'SIGKILL');
		release();
	}
	setImmediate(race);
};
race();
`;

/** @type {string} */
let folder;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
});

afterEach(() => {
	fs.rmSync(folder, { recursive: true, force: true });
});

/**
 * Runs a racer, and another one in its place when it has died, until the race is over.
 *
 * @returns {Promise<string>} what it complained about
 */
async function race() {
	const racer = spawn(process.execPath, ['-e', RACER, folder, String(TURNS)], {
		stdio: ['ignore', 'inherit', 'pipe'],
	});
	let complaint = '';
	racer.stderr.on('data', (data) => (complaint += String(data)));
	const signal = await new Promise((resolve) => {
		racer.once('close', (_, endedBy) => resolve(endedBy));
	});
	return signal === 'SIGKILL' ? await race() : complaint;
}

it('is never held by two of many processes, some of which die with it', async () => {
	fs.writeFileSync(path.join(folder, 'taken'), '');
	const complaints = await Promise.all(Array.from({ length: RACERS }, race));
	expect(complaints).toEqual(complaints.map(() => ''));
});

it('is held until it is given back', () => {
	const release = tryLock(folder);
	expect(tryLock(folder)).toBeUndefined();
	release?.();
	const again = tryLock(folder);
	expect(again).toBeDefined();
	again?.();
});

it('is free when its holder has not renewed it for long, whatever has the id of that process now', () => {
	const release = tryLock(folder);
	const past = new Date(Date.now() - 60_000);
	for (const name of fs.readdirSync(folder)) fs.utimesSync(path.join(folder, name), past, past);
	const taken = tryLock(folder);
	expect(taken).toBeDefined();
	release?.();
	expect(tryLock(folder)).toBeUndefined();
	taken?.();
});
