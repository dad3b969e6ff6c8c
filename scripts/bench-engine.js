/**
 * What `npm run bench` measures, in a process of its own: the built node on n8n's own engine, and
 * a bare loop over n8n's own authenticated request helper on the same engine. Takes one job at a
 * time and answers with its figures.
 */

require('reflect-metadata');
// @ts-expect-error The compiler does not look into this package's list of exports.
require('tsx/cjs');
const { RoutingNode } = require('n8n-core');
const { loadPackage, runNode } = require('../test/engine/engine');

/** @typedef {import('n8n-workflow').INodeType} INodeType */
/** @typedef {import('n8n-workflow').INodeParameters} INodeParameters */
/** @typedef {import('n8n-workflow').IHttpRequestOptions} HttpOptions */

/**
 * @typedef {object} Platform
 * @property {string} fabricUrl
 * @property {string} isalesUrl
 * @property {import('../simulator').Account} account
 */

/**
 * @typedef {object} Job
 * @property {'node' | 'bare' | 'declarative' | 'list' | 'signature'} kind
 * @property {Platform} platform
 * @property {number} count items; pages in flight for a list
 */

/** Requests in flight of the bare loops: what the credential has when nobody changes it. */
const IN_FLIGHT = 10;
const PAGE_SIZE = 50;

/** @param {Platform} platform */
function credentialsFor({ fabricUrl, isalesUrl, account }) {
	return {
		huaweiAiccTokenApi: {
			baseUrl: fabricUrl,
			appKey: account.appKey,
			appSecret: account.appSecret,
			ignoreSslIssues: true,
		},
		huaweiAiccAkSkApi: {
			baseUrl: isalesUrl,
			accessKey: account.accessKey,
			secretKey: account.secretKey,
			vdnId: account.vdnId,
			ignoreSslIssues: true,
		},
	};
}

/**
 * The node as n8n runs it: a declarative node gets its `execute` when n8n loads it.
 *
 * @returns {Promise<INodeType>}
 */
async function declarativeNode() {
	const nodeType = /** @type {INodeType} */ (
		(await loadPackage()).getNode('huaweiAicc').type
	);
	return Object.assign(Object.create(nodeType), {
		/** @this {import('n8n-core').ExecuteContext} */
		async execute() {
			return (await new RoutingNode(this, nodeType).runNode()) ?? [];
		},
	});
}

/**
 * A node of a few lines.
 *
 * @param {NonNullable<INodeType['execute']>} execute
 * @returns {INodeType}
 */
function plainNode(execute) {
	return {
		description: {
			displayName: 'Bare',
			name: 'bare',
			group: ['input'],
			version: 1,
			description: '',
			defaults: { name: 'Bare' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'huaweiAiccTokenApi' }, { name: 'huaweiAiccAkSkApi' }],
			properties: [],
		},
		execute,
	};
}

/**
 * Does something for each number from 0, so many at a time.
 *
 * @template T
 * @param {number} count
 * @param {number} atOnce
 * @param {(index: number) => Promise<T>} work
 * @returns {Promise<T[]>}
 */
async function forEachOf(count, atOnce, work) {
	/** @type {T[]} */
	const results = [];
	let next = 0;
	const worker = async () => {
		while (next < count) {
			const index = next++;
			results[index] = await work(index);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}

/** Looks the items up with n8n's helper and nothing else, ten in flight. */
const bareLookups = plainNode(async function () {
	const items = this.getInputData();
	const rows = await forEachOf(items.length, IN_FLIGHT, async (index) => {
		/** @type {HttpOptions} */
		const options = {
			method: 'POST',
			url: '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
			body: { caller: '8888888', called: items[index]?.json.called },
			json: true,
		};
		return await this.helpers.httpRequestWithAuthentication.call(
			this,
			'huaweiAiccTokenApi',
			options,
		);
	});
	return [rows.map((json, item) => ({ json, pairedItem: { item } }))];
});

/**
 * Reads the list with n8n's helper and nothing else: the first page, then so many at a time.
 *
 * @param {number} atOnce
 */
function bareList(atOnce) {
	return plainNode(async function () {
		/** @param {number} index */
		const page = async (index) =>
			await this.helpers.httpRequestWithAuthentication.call(this, 'huaweiAiccAkSkApi', {
				method: 'GET',
				url: '/rest/isales/v1/openapi/campaigns/{vdnId}/queryOBSResultCode',
				qs: { pageNum: index + 1, pageSize: PAGE_SIZE },
				json: true,
			});
		const first = await page(0);
		const pages = Math.ceil(first.totalCount / PAGE_SIZE);
		const rest = await forEachOf(pages - 1, atOnce, async (index) => await page(index + 1));
		const rows = [first, ...rest].flatMap(({ obsCodes }) => obsCodes);
		return [rows.map((json) => ({ json, pairedItem: { item: 0 } }))];
	});
}

const LOOKUP = {
	resource: 'call',
	operation: 'getCalledDevice',
	callerNumber: '8888888',
	calledNumber: '={{ $json.called }}',
};
const LIST = { resource: 'obsResultCode', operation: 'getAll', returnAll: true };

/**
 * @param {INodeType} node
 * @param {INodeParameters} parameters
 * @param {Platform} platform
 * @param {number} count
 */
async function timed(node, parameters, platform, count) {
	const items = Array.from({ length: count }, () => ({ called: '6666601' }));
	const cpuBefore = process.cpuUsage();
	const startedAt = performance.now();
	const { error, items: out } = await runNode(node, {
		parameters,
		credentials: credentialsFor(platform),
		items,
	});
	const milliseconds = performance.now() - startedAt;
	const cpu = process.cpuUsage(cpuBefore);
	if (error) throw error;
	const failed = out.find((item) => item.error);
	if (failed) throw failed.error;
	return { milliseconds, cpuMilliseconds: (cpu.user + cpu.system) / 1000, items: out.length };
}

/** @type {Record<string, (job: Job) => Promise<Record<string, number>>>} */
const JOBS = {
	node: async ({ platform, count }) =>
		await timed(await declarativeNode(), LOOKUP, platform, count),
	bare: async ({ platform, count }) => await timed(bareLookups, {}, platform, count),
	list: async ({ platform }) => await timed(await declarativeNode(), LIST, platform, 1),
	bareList: async ({ platform, count }) => await timed(bareList(count), {}, platform, 1),
};

async function main() {
	await loadPackage();
	process.on('message', async (/** @type {Job} */ job) => {
		try {
			const figures = await JOBS[job.kind]?.(job);
			process.send?.({ ...figures, peakMegabytes: process.resourceUsage().maxRSS / 1024 });
		} catch (error) {
			process.send?.({ failure: error instanceof Error ? error.stack : String(error) });
		}
	});
	process.once('disconnect', () => process.exit());
	process.send?.('ready');
}

void main();
