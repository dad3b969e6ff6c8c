/**
 * Files of CC-FS in `npm run bench`: many recordings side by side, kept on disk, in a process of its
 * own. What is below runs there, but for `files`.
 */

const { measuredAnew } = require('./bench-measure');
const { forEachOf } = require('./lib/for-each');
const { row } = require('./lib/figures');

/** @typedef {import('n8n-workflow').INodeType} INodeType */
/** @typedef {import('n8n-workflow').INodeExecutionData} Item */
/** @typedef {import('./bench-measure').Child} Child */
/** @typedef {import('./bench-measure').Figures} Figures */
/** @typedef {import('./lib/figures').Row} Row */

const FILES = 500;
const FILE_BYTES = 2_000_000;
const ROUNDS = 3;

/** A call that the simulator has a recording of, at any size. */
const CALL_ID = '1700000000000-100001';

const DOWNLOAD = { resource: 'recording', operation: 'download', callId: CALL_ID };

/**
 * Downloads recordings with n8n's helpers and nothing else.
 *
 * @param {INodeType} nodeType
 * @param {number} inFlight
 * @returns {INodeType}
 */
function bareFiles({ description }, inFlight) {
	return {
		description,
		async execute() {
			/** @type {Item[]} */
			const out = await forEachOf(this.getInputData().length, inFlight, async (index) => {
				const credentials = await this.getCredentials('huaweiAiccAkSkApi', index);
				const stream = await this.helpers.httpRequestWithAuthentication.call(
					this,
					'huaweiAiccAkSkApi',
					{
						method: 'POST',
						baseURL: String(credentials.baseUrl),
						url: '/CCFS/resource/ccfs/downloadRecord',
						body: {
							request: { version: '2.0' },
							msgBody: { callId: this.getNodeParameter('callId', index), ccId: '1' },
						},
						encoding: 'stream',
					},
				);
				const data = await this.helpers.prepareBinaryData(stream, `${CALL_ID}.wav`, 'audio/wav');
				return { json: {}, binary: { data }, pairedItem: index };
			});
			return [out];
		},
	};
}

/** @returns {Figures} what is reached when nothing else disturbs */
function least(/** @type {Figures[]} */ measured) {
	return {
		milliseconds: Math.min(...measured.map(({ milliseconds }) => milliseconds)),
		peakMegabytes: Math.min(...measured.map(({ peakMegabytes }) => peakMegabytes)),
	};
}

/**
 * Each way to download in turn, each time in a new process.
 *
 * @param {Child} simulator
 * @returns {Promise<Row[]>}
 */
async function files(simulator) {
	await simulator.ask({ delayMs: 0 });
	/** @type {Figures[]} */
	const ofBare = [];
	/** @type {Figures[]} */
	const ofNode = [];
	for (let round = 0; round < ROUNDS; round++) {
		ofBare.push(await measuredAnew(simulator, 'bareFiles', FILES));
		ofNode.push(await measuredAnew(simulator, 'files', FILES));
	}
	const [bare, node] = [least(ofBare), least(ofNode)];
	const what = '500 recordings of 2 MB, ten side by side';
	return [
		row(`${what}: peak memory, to a bare loop`, node.peakMegabytes / bare.peakMegabytes, 1.15),
		row(`${what}: time, to a bare loop`, node.milliseconds / bare.milliseconds, 1.1),
		row(`${what}: peak memory`, node.peakMegabytes, Infinity, ' MB'),
	];
}

module.exports = { bareFiles, CALL_ID, DOWNLOAD, FILE_BYTES, files };
