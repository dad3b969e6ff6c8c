import { startFreshN8n } from '../../scripts/n8n/fresh';
import { until } from '../../scripts/lib/until';
import { startSimulator, type Fault } from '../../simulator';
import { ZONE } from '../e2e/afternoon';
import { BUCKET, RecordingArchive } from '../e2e/recordingArchive';
import { startStorage } from '../e2e/storage';

/**
 * The example "recording archive" with the recordings of a large contact centre, from 8 to 480 kB
 * each, over connections that are cut at random, in an n8n that is killed at random and may use
 * no more than a gigabyte.
 */
const CALLS_PER_DAY = 13_000;
const AT_LEAST = 10_000;
const CUTS = 100;
const KILLS = 3;

/** `times` of a fault that has hit. */
const DONE = -1;

const MEMORY = { NODE_OPTIONS: '--max-old-space-size=1024' };

const HOUR_MS = 3_600_000;

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let storage: Awaited<ReturnType<typeof startStorage>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;
let archive: RecordingArchive;

beforeAll(async () => {
	simulator = await startSimulator({ callsPerDay: CALLS_PER_DAY, timeZone: ZONE });
	// No call ends while the test looks at what there is.
	simulator.behaviour.centreTime = Date.now();
	storage = await startStorage('large-storage', BUCKET);
	n8n = await startFreshN8n('large-archive', simulator, MEMORY);
	archive = await RecordingArchive.setUp(n8n, simulator, storage);
});

afterAll(async () => {
	await n8n?.stop();
	storage?.stop();
	await simulator?.stop();
});

/** Numbers below one, one in each of so many equal parts. */
function spread(parts: number): number[] {
	return Array.from({ length: parts }, (_, part) => (part + Math.random()) / parts);
}

it('keeps every byte of every recording, with nothing twice', async () => {
	const count = archive.recordings().size;
	expect(count).toBeGreaterThan(AT_LEAST);
	simulator.faults = spread(CUTS).map((part): Fault => {
		const skip = Math.floor(part * count);
		return { kind: 'cut', route: 'downloadRecord', when: 'midBody', skip, times: 1 };
	});
	for (const part of spread(KILLS)) {
		const ended = archive.start().catch(() => undefined);
		const isSo = () => storage.names().length >= part * count;
		await until(`${Math.floor(part * count)} are stored`, isSo, HOUR_MS);
		await n8n.restartAfterKill();
		await ended;
	}
	await archive.run();
	await archive.untilFree();
	await archive.run();
	expect(simulator.faults.filter(({ times }) => times === DONE)).toHaveLength(CUTS);
	await archive.expectAllStored();
	expect(storage.names()).toHaveLength(count);
});
