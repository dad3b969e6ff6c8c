/** What must be undone before this process ends: servers to stop, processes to end. */

const PARENT_INTERVAL_MS = 500;

/** @type {Array<() => unknown>} */
const cleanups = [];
/** @type {Promise<void> | undefined} */
let running;

/**
 * Registers something to undo at the end, the last one registered first.
 *
 * @param {() => unknown} cleanup
 * @returns {() => void} takes it off the list again
 */
function onEnd(cleanup) {
	cleanups.push(cleanup);
	return () => {
		const index = cleanups.indexOf(cleanup);
		if (index >= 0) cleanups.splice(index, 1);
	};
}

/**
 * Undoes everything that was registered, once.
 *
 * @returns {Promise<void>}
 */
function runCleanups() {
	running ??= (async () => {
		for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
			try {
				await cleanup();
			} catch (error) {
				console.error(`While ending: ${error instanceof Error ? error.message : error}`);
			}
		}
	})();
	return running;
}

/** Whether this process is about to end, so that what ends with it is no surprise. */
function isEnding() {
	return running !== undefined;
}

/** @param {number} exitCode */
function end(exitCode) {
	process.exitCode = exitCode;
	void runCleanups().then(() => process.exit());
}

/** @type {(() => void) | undefined} what the next Ctrl-C does in place of ending the process */
let stopWork;

/**
 * Lets the first Ctrl-C stop some work early, which then comes to its end by itself; the second one ends
 * the process.
 *
 * @param {() => void} stop
 * @returns {() => void} takes it back
 */
function onInterrupt(stop) {
	stopWork = stop;
	return () => {
		stopWork = undefined;
	};
}

function interrupt() {
	const stop = stopWork;
	stopWork = undefined;
	if (stop) stop();
	else end(130);
}

/** Makes Ctrl-C and a polite kill undo everything first. */
function endOnSignals() {
	process.on('SIGINT', interrupt);
	const exitCodes = { SIGTERM: 143, SIGHUP: 129 };
	for (const [signal, exitCode] of Object.entries(exitCodes)) {
		process.on(signal, () => end(exitCode));
	}
}

/**
 * A polite kill of npm reaches only the shell between npm and us, which ends without a word: then
 * another process becomes our parent.
 */
function endWithNpm() {
	if (!process.env.npm_lifecycle_event) return;
	const shell = process.ppid;
	setInterval(() => {
		if (process.ppid !== shell && !isEnding()) end(143);
	}, PARENT_INTERVAL_MS).unref();
}

module.exports = { endOnSignals, endWithNpm, isEnding, onEnd, onInterrupt, runCleanups };
