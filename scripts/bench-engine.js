/**
 * What `npm run bench` measures, in a process of its own: the built node on n8n's own engine, and
 * bare loops over n8n's own authenticated request helper on the same engine. Takes one job at a
 * time and answers with its figures.
 */

require('reflect-metadata');
// @ts-expect-error The compiler does not look into this package's list of exports.
require('tsx/cjs');
const { RoutingNode } = require('n8n-core');
const { loadPackage, runNode } = require('../test/engine/engine');
const { credentialsFor } = require('../test/engine/tenant');
const {
	bareCallDetails,
	bareCallRecords,
	bareList,
	bareLookups,
	bareNotifications,
	IN_FLIGHT,
	PAGE_SIZE,
} = require('./bench-bare');
const { bareFiles, DOWNLOAD, FILE_BYTES } = require('./bench-files');
const {
	agentStatus,
	callDetails,
	callRecords,
	LIST,
	LOOKUP,
	NOTIFICATION,
} = require('./bench-questions');
const { bareRecording, GET_RECORDING, keptWhole } = require('./bench-recordings');
const { callPoll, indicatorPoll } = require('./bench-trigger');

/** @typedef {import('n8n-workflow').INodeType} INodeType */
/** @typedef {import('n8n-workflow').INodeParameters} INodeParameters */

/**
 * @typedef {object} Platform
 * @property {string} fabricUrl
 * @property {string} isalesUrl
 * @property {import('../simulator').Account} account
 */

/**
 * @typedef {object} Job
 * @property {keyof typeof JOBS} kind
 * @property {Platform} platform
 * @property {number} count items, pages in flight, signatures, or bytes
 */

async function loadedNode() {
	return /** @type {INodeType} */ ((await loadPackage()).getNode('huaweiAicc').type);
}

/**
 * The node as n8n's declarative engine runs it, item by item.
 *
 * @param {INodeType} nodeType
 * @returns {INodeType}
 */
function declarative(nodeType) {
	return {
		description: nodeType.description,
		/** @this {import('n8n-core').ExecuteContext} */
		async execute() {
			return (await new RoutingNode(this, nodeType).runNode()) ?? [];
		},
	};
}

/**
 * The node with operations that do nothing: what is left is n8n's own work for each item.
 *
 * @param {INodeType} nodeType
 */
function withoutWork(nodeType) {
	const routing = {
		send: { paginate: true },
		operations: { pagination: async () => [{ json: {} }] },
	};
	const properties = nodeType.description.properties.map((property) =>
		property.name === 'operation'
			? { ...property, options: property.options?.map((option) => ({ ...option, routing })) }
			: property,
	);
	const description = { ...nodeType.description, properties };
	return declarative(/** @type {INodeType} */ ({ description }));
}

/**
 * Runs a node on so many items.
 *
 * @param {INodeType} node
 * @param {INodeParameters} parameters
 * @param {Platform} platform
 * @param {number} count
 */
async function timed(node, parameters, platform, count) {
	const items = Array.from({ length: count }, () => ({ called: '6666601' }));
	const startedAt = performance.now();
	const { error, items: out } = await runNode(node, {
		parameters,
		credentials: credentialsFor(platform),
		items,
	});
	const milliseconds = performance.now() - startedAt;
	if (error) throw new Error(error.message);
	return { milliseconds, items: out.length, bytes: out[0]?.binary?.data?.bytes };
}

/**
 * Runs a node once, for a known number of calls.
 *
 * @param {INodeType} node
 * @param {INodeParameters} parameters
 * @param {Platform} platform
 * @param {number} count
 */
async function timedCalls(node, parameters, platform, count) {
	const figures = await timed(node, parameters, platform, 1);
	if (figures.items === count) return figures;
	throw new Error(`${figures.items} of ${count} calls came out`);
}

/**
 * Downloads recordings, of which n8n must keep all.
 *
 * @param {INodeType} node
 * @param {Platform} platform
 * @param {number} count
 */
async function files(node, platform, count) {
	return await keptWhole(FILE_BYTES, async () => await timed(node, DOWNLOAD, platform, count));
}

/**
 * Signs one request of a list again and again, as the credential does for n8n.
 *
 * @param {Platform} platform
 * @param {number} count
 */
async function signatures(platform, count) {
	const { type } = (await loadPackage()).getCredential('huaweiAiccAkSkApi');
	const { authenticate } = type;
	if (typeof authenticate !== 'function') throw new Error('The credential does not sign');
	const credential = credentialsFor(platform).huaweiAiccAkSkApi;
	const startedAt = performance.now();
	for (let index = 0; index < count; index++) {
		await authenticate(credential, {
			method: 'GET',
			url: '/rest/isales/v1/openapi/campaigns/{vdnId}/queryOBSResultCode',
			qs: { pageNum: index, pageSize: PAGE_SIZE },
		});
	}
	return { milliseconds: performance.now() - startedAt };
}

const JOBS = {
	/** @param {Job} job */
	lookups: async ({ platform, count }) => await timed(await loadedNode(), LOOKUP, platform, count),
	/** @param {Job} job */
	bareLookups: async ({ platform, count }) =>
		await timed(bareLookups(await loadedNode()), LOOKUP, platform, count),
	/** @param {Job} job */
	noWork: async ({ platform, count }) =>
		await timed(withoutWork(await loadedNode()), LOOKUP, platform, count),
	/** @param {Job} job */
	list: async ({ platform }) => await timed(await loadedNode(), LIST, platform, 1),
	/** @param {Job} job */
	bareList: async ({ platform, count }) =>
		await timed(bareList(await loadedNode(), count), LIST, platform, 1),
	/** @param {Job} job */
	callDetails: async ({ platform, count }) =>
		await timedCalls(await loadedNode(), callDetails(), platform, count),
	/** @param {Job} job */
	bareCallDetails: async ({ platform, count }) =>
		await timedCalls(bareCallDetails(await loadedNode()), callDetails(), platform, count),
	/** @param {Job} job */
	callRecords: async ({ platform, count }) =>
		await timedCalls(await loadedNode(), callRecords(), platform, count),
	/** @param {Job} job */
	bareCallRecords: async ({ platform, count }) =>
		await timedCalls(bareCallRecords(await loadedNode()), callRecords(), platform, count),
	/** @param {Job} job */
	agentStatus: async ({ platform, count }) =>
		await timed(await loadedNode(), agentStatus(count), platform, 1),
	/** @param {Job} job */
	indicatorPoll: async ({ platform, count }) => await indicatorPoll(platform, count),
	/** @param {Job} job */
	callPoll: async ({ platform, count }) => await callPoll(platform, count),
	/** @param {Job} job */
	notifications: async ({ platform, count }) =>
		await timed(await loadedNode(), NOTIFICATION, platform, count),
	/** @param {Job} job */
	bareNotifications: async ({ platform, count }) =>
		await timed(bareNotifications(await loadedNode()), NOTIFICATION, platform, count),
	/** @param {Job} job */
	recording: async ({ platform, count }) =>
		await keptWhole(count, async () => await timed(await loadedNode(), GET_RECORDING, platform, 1)),
	/** @param {Job} job */
	bareRecording: async ({ platform, count }) => {
		const node = bareRecording(await loadedNode());
		return await keptWhole(count, async () => await timed(node, GET_RECORDING, platform, 1));
	},
	/** @param {Job} job */
	files: async ({ platform, count }) => await files(await loadedNode(), platform, count),
	/** @param {Job} job */
	bareFiles: async ({ platform, count }) =>
		await files(bareFiles(await loadedNode(), IN_FLIGHT), platform, count),
	/** @param {Job} job */
	signatures: async ({ platform, count }) => await signatures(platform, count),
};

async function main() {
	await loadPackage();
	process.on('message', async (/** @type {Job} */ { kind, ...rest }) => {
		try {
			const figures = await JOBS[kind]({ kind, ...rest });
			process.send?.({ ...figures, peakMegabytes: process.resourceUsage().maxRSS / 1024 });
		} catch (error) {
			process.send?.({ failure: error instanceof Error ? error.message : String(error) });
		}
	});
	process.once('disconnect', () => process.exit());
	process.send?.('ready');
}

void main();
