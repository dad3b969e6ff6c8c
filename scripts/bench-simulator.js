/**
 * The simulator of `npm run bench`, in a process of its own so that it shares no event loop with
 * what is measured. Sends its addresses and account when it is up, takes switches and answers with
 * its counts, and ends with its parent.
 */

const http = require('node:http');
const { Readable } = require('node:stream');
const { CALL_ID, FILE_BYTES } = require('./bench-files');
const { RECORDING_BYTES } = require('./bench-recordings');
const { loadSimulator } = require('./load-typescript');

/** Rows of the list that is read whole. */
const LIST_ROWS = 3_000;

/** Call detail records, over 20 days. */
const CALLS = 5_000;

/** Records of calls in CC-CMS, half of them of each direction. */
const RECORDS = 10_000;

/** Sent again and again until a recording is whole. */
const PART = Buffer.alloc(100_000);

function* recordingParts() {
	for (let sent = 0; sent < RECORDING_BYTES; sent += PART.length) yield PART;
}

/** A storage that has the same large recording at every address. @returns {Promise<string>} its own */
async function startStorage() {
	const server = http.createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': RECORDING_BYTES });
		Readable.from(recordingParts()).pipe(response);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return `http://127.0.0.1:${port}`;
}

async function main() {
	const { startSimulator } = loadSimulator();
	/** @type {typeof import('../test/engine/endedCall')} */
	const { endedCall } = require('../test/engine/endedCall');
	const simulator = await startSimulator({
		record: false,
		obsResultCodes: LIST_ROWS,
		madeCalls: CALLS,
		callsPerDay: 0,
		agents: 1_000,
		skills: 200,
	});
	simulator.storageUrl = await startStorage();
	for (let count = 0; count < RECORDS; count++) {
		endedCall(simulator, 1, { isCallIn: count % 2 === 0 });
	}
	const files = { 'X:/40/0/20231114/101/80000001.V3': Buffer.alloc(FILE_BYTES) };
	simulator.data.recordings = [{ callId: CALL_ID, files, refusals: 0 }];
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
