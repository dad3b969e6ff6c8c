/**
 * A faster time for the tests of this folder. Every `sleep` of n8n-workflow, that of the package
 * and that of the simulator alike, ends as soon as the event loop has nothing else to do, and
 * `Date.now()` has moved on by as much as was slept. Waits end in the order in which they would.
 *
 * A test file imports this before all others: what is loaded earlier keeps the real time.
 */
import type * as workflow from 'n8n-workflow';

interface Wait {
	/** Epoch milliseconds at which it ends. */
	end: number;
	resolve: () => void;
}

/** Real milliseconds between two looks at the event loop. */
const LOOK_INTERVAL = 2;

/** So many looks in a row must find the event loop idle. */
const IDLE_LOOKS = 3;

/** Waits that end within so many milliseconds end together: the fewer steps, the faster. */
const STEP = 200;

/** The event loop counts as idle when it has worked for a smaller share of the time. */
const IDLE_SHARE = 0.5;

const actual = jest.requireActual<typeof workflow>('n8n-workflow');
const realNow = Date.now.bind(Date);
const waits: Wait[] = [];
let skipped = 0;
let isLooking = false;

async function untilIdle(): Promise<void> {
	let idleLooks = 0;
	let last = performance.eventLoopUtilization();
	while (idleLooks < IDLE_LOOKS) {
		await actual.sleep(LOOK_INTERVAL);
		const current = performance.eventLoopUtilization();
		const isIdle = performance.eventLoopUtilization(current, last).utilization < IDLE_SHARE;
		idleLooks = isIdle ? idleLooks + 1 : 0;
		last = current;
	}
}

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

Date.now = () => realNow() + skipped;
jest.mock('n8n-workflow', () => ({ ...actual, sleep }));
