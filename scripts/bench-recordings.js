/**
 * Recordings in `npm run bench`: how much memory it takes to have n8n keep a large one on disk. What
 * is below runs in the process that is measured, but for `recordings`.
 */

const fs = require('node:fs');
const { createRequire } = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { measuredAnew } = require('./bench-measure');
const { row } = require('./lib/figures');

/** @typedef {import('n8n-workflow').INodeType} INodeType */
/** @typedef {import('./bench-measure').Child} Child */
/** @typedef {import('./lib/figures').Row} Row */

/** Much more than a process takes that has loaded n8n's engine. */
const RECORDING_BYTES = 400_000_000;

/** A call that the simulator has at any size. */
const CALL_SERIAL_NO = '1700000000000000001';

const GET_RECORDING = { resource: 'call', operation: 'getRecording', callSerialNo: CALL_SERIAL_NO };

/**
 * Fetches a recording with n8n's helpers and nothing else.
 *
 * @param {INodeType} nodeType
 * @returns {INodeType}
 */
function bareRecording({ description }) {
	return {
		description,
		async execute() {
			const { result } = await this.helpers.httpRequestWithAuthentication.call(
				this,
				'huaweiAiccTokenApi',
				{
					method: 'POST',
					url: '/apiaccess/CC-Management/v1/mobileAgent/getRecordingAddress',
					body: { callSerialNo: this.getNodeParameter('callSerialNo', 0) },
					json: true,
				},
			);
			const stream = await this.helpers.httpRequest({ url: result.url, encoding: 'stream' });
			const data = await this.helpers.prepareBinaryData(stream, 'recording.wav', 'audio/wav');
			return [[{ json: {}, binary: { data } }]];
		},
	};
}

/**
 * Has n8n keep files on disk while something is done, as it does unless it is told otherwise.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withFilesOnDisk(work) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aicc-bench-'));
	try {
		process.env.N8N_USER_FOLDER = folder;
		process.env.N8N_BINARY_DATA_STORAGE_PATH = folder;
		const { BinaryDataService } = require('n8n-core');
		const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di');
		await Container.get(BinaryDataService).init();
		return await work();
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Fetches a recording, of which n8n must keep all.
 *
 * @template {{ bytes: number | undefined }} T
 * @param {number} bytes
 * @param {() => Promise<T>} fetchIt
 * @returns {Promise<T>}
 */
async function keptWhole(bytes, fetchIt) {
	const figures = await withFilesOnDisk(fetchIt);
	if (figures.bytes === bytes) return figures;
	throw new Error(`n8n has kept ${figures.bytes} of ${bytes} bytes`);
}

/**
 * @param {Child} simulator
 * @returns {Promise<Row[]>}
 */
async function recordings(simulator) {
	await simulator.ask({ delayMs: 0 });
	const node = await measuredAnew(simulator, 'recording', RECORDING_BYTES);
	const bare = await measuredAnew(simulator, 'bareRecording', RECORDING_BYTES);
	return [
		row(
			'peak memory for a recording of 400 MB, to the bare loop',
			node.peakMegabytes / bare.peakMegabytes,
			1.15,
		),
		row('peak memory for a recording of 400 MB', node.peakMegabytes, Infinity, ' MB'),
	];
}

module.exports = { bareRecording, GET_RECORDING, keptWhole, RECORDING_BYTES, recordings };
