/**
 * A faster time for tests that would wait. Every `sleep` of n8n-workflow, that of the package
 * and that of the simulator alike, ends as soon as the process has nothing else to do, and
 * `Date.now()` has moved on by as much as was slept, and by nothing else: work takes no time here, on
 * a busy machine either. Waits end in the order in which they would.
 *
 * Whoever waits in a test does so by that `sleep`: other timers are real, and while one of them runs
 * the time here may move on by hours.
 *
 * It holds for the test file that imports this. Needs Node.js 20.18, 22.8 or newer.
 */
import * as workflow from 'n8n-workflow';

import { untilIdle } from '../../harness/idle';
import { loadedModules } from '../../harness/process';

interface Wait {
	/** Epoch milliseconds at which it ends. */
	end: number;
	resolve: () => void;
}

/** Waits that end within so many milliseconds end together: the fewer steps, the faster. */
const STEP = 200;

const realNow = Date.now;
const realSleep = workflow.sleep;
const waits: Wait[] = [];
let skipped = 0;
let isLooking = false;

async function endWaits(): Promise<void> {
	if (isLooking) return;
	isLooking = true;
	while (waits.length > 0) {
		await untilIdle();
		waits.sort((one, other) => one.end - other.end);
		const first = waits[0]?.end ?? 0;
		const ending = waits.filter(({ end }) => end <= first + STEP);
		waits.splice(0, ending.length);
		for (const { end, resolve } of ending) {
			skipTime(Math.max(0, end - Date.now()));
			resolve();
		}
	}
	isLooking = false;
}

async function sleep(milliseconds: number): Promise<void> {
	await new Promise<void>((resolve) => {
		waits.push({ end: Date.now() + milliseconds, resolve });
		void endWaits();
	});
}

/** Moves the clock on. */
export function skipTime(milliseconds: number): void {
	skipped += milliseconds;
}

/** How many waits are under way. */
export function waiting(): number {
	return waits.length;
}

/** Where n8n's modules take `sleep` from, whatever its version. */
const sources = loadedModules().filter(
	(source) => Object.getOwnPropertyDescriptor(source, 'sleep')?.value === realSleep,
);
if (sources.length === 0) throw new Error('n8n-workflow has its sleep from elsewhere');

function sleepWith(ownSleep: typeof realSleep): void {
	for (const source of sources) Object.assign(source, { sleep: ownSleep });
}

const begun = realNow();
// Waits may end between two milliseconds; clocks tell whole ones.
Date.now = () => Math.floor(begun + skipped);
sleepWith(sleep);

/** Longer than anything is remembered of a host that is not in use. */
const UNTIL_FORGOTTEN = 660_000;

// No test is to know what the one before has learned.
afterEach(() => skipTime(UNTIL_FORGOTTEN));

// What still waits comes to its end first: by the real clock that would take as long as was skipped.
afterAll(async () => {
	while (waits.length > 0) await untilIdle();
	Date.now = realNow;
	sleepWith(realSleep);
});
