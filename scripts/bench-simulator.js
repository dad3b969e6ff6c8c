/**
 * The simulator of `npm run bench`, in a process of its own so that it shares no event loop with
 * what is measured. Sends its addresses and account when it is up, takes switches and answers with
 * its counts, and ends with its parent.
 */

const { loadSimulator } = require('./load-typescript');

/** Rows of the list that is read whole. */
const LIST_ROWS = 3_000;

/** Call detail records, over 20 days. */
const CALLS = 5_000;

async function main() {
	const simulator = await loadSimulator().startSimulator({
		record: false,
		obsResultCodes: LIST_ROWS,
		madeCalls: CALLS,
	});
	// A number may be called again at once.
	simulator.behaviour.callStepMs = 0;
	// The node is measured, not the simulator.
	simulator.behaviour.checkAnswers = false;
	/** @param {unknown} message */
	const tell = (message) => process.send?.(message);
	process.on('message', (/** @type {Partial<import('../simulator').Behaviour>} */ switches) => {
		Object.assign(simulator.behaviour, switches);
		tell(simulator.stats);
	});
	process.once('disconnect', () => process.exit());
	const { fabricUrl, isalesUrl, account } = simulator;
	tell({ fabricUrl, isalesUrl, account });
}

void main();
