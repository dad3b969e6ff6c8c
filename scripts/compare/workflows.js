/** The same look-ups, built in the ways that a user has. */

const { chain, node, webhook } = require('../n8n/workflow');

/**
 * @typedef {import('../n8n/api').Workflow} Workflow
 * @typedef {import('../n8n/api').WorkflowNode} WorkflowNode
 * @typedef {import('../n8n/set-up').Simulator} Simulator
 * @typedef {{ called?: string, result?: { called?: string } }} Answer
 * @typedef {{ path: string, title: string, workflow: Workflow, nodes: number, expressions: number,
 *   answerOf: (item: Answer) => string | undefined }} Variant what is built besides the
 *   webhook and the splitting, which all have
 */

/** A webhook and the splitting of its list are in every variant. */
const SHARED_NODES = 2;

/** @param {string} field */
function split(field) {
	return node('Split', 'n8n-nodes-base.splitOut', 1, {
		fieldToSplitOut: field,
		options: { destinationFieldName: 'number' },
	});
}

/**
 * @param {string} path
 * @param {string} title
 * @param {WorkflowNode[]} nodes each after the one before it
 * @param {Variant['answerOf']} answerOf
 * @returns {Variant}
 */
function variant(path, title, nodes, answerOf) {
	return {
		path,
		title,
		workflow: chain(title, nodes),
		nodes: nodes.length - SHARED_NODES,
		expressions: (JSON.stringify(nodes).match(/"=/g) ?? []).length,
		answerOf,
	};
}

/** @param {{ id: string, name: string }} credential */
function ownNode(credential) {
	const path = 'own-node';
	return variant(
		path,
		'Huawei AICC',
		[
			webhook(path),
			split('body.numbers'),
			node(
				'Look up',
				'n8n-nodes-huawei-aicc.huaweiAicc',
				1,
				{
					resource: 'call',
					operation: 'getCalledDevice',
					callerNumber: '8888888',
					calledNumber: '={{ $json.number }}',
				},
				{
					credentials: { huaweiAiccTokenApi: credential },
					onError: 'continueRegularOutput',
				},
			),
		],
		(item) => item.called,
	);
}

/**
 * The HTTP Request node, with a token fetched by a node before it.
 *
 * @param {Simulator} simulator
 * @param {string} path
 * @param {string} title
 * @param {Record<string, unknown>} options of the node that looks up
 * @param {Partial<WorkflowNode>} settings of it
 */
function httpRequest({ account, fabricUrl }, path, title, options, settings = {}) {
	/** @param {Record<string, string>} fields */
	const list = (fields) => ({
		parameters: Object.entries(fields).map(([name, value]) => ({ name, value })),
	});
	const anyCertificate = { allowUnauthorizedCerts: true };
	return variant(
		path,
		title,
		[
			webhook(path),
			node('Token', 'n8n-nodes-base.httpRequest', 4.2, {
				method: 'POST',
				url: `${fabricUrl}/apigovernance/api/oauth/tokenByAkSk`,
				sendBody: true,
				bodyParameters: list({ app_key: account.appKey, app_secret: account.appSecret }),
				options: anyCertificate,
			}),
			node('Numbers', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: "={{ { numbers: $('Webhook').item.json.body.numbers } }}",
			}),
			split('numbers'),
			node(
				'Look up',
				'n8n-nodes-base.httpRequest',
				4.2,
				{
					method: 'POST',
					url: `${fabricUrl}/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo`,
					sendHeaders: true,
					headerParameters: list({
						'X-APP-Key': account.appKey,
						Authorization: "=Bearer {{ $('Token').first().json.AccessToken }}",
					}),
					sendBody: true,
					bodyParameters: list({ caller: '8888888', called: '={{ $json.number }}' }),
					options: { ...anyCertificate, ...options },
				},
				{ onError: 'continueRegularOutput', ...settings },
			),
		],
		(item) => item.result?.called,
	);
}

/**
 * @param {Simulator} simulator
 * @param {{ id: string, name: string }} credential
 * @returns {Variant[]}
 */
function variants(simulator, credential) {
	const batching = { batching: { batch: { batchSize: 10, batchInterval: 1_000 } } };
	const retrying = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1_000 };
	return [
		ownNode(credential),
		httpRequest(simulator, 'http', 'HTTP Request', {}),
		httpRequest(simulator, 'http-retry', 'HTTP Request, Retry On Fail', {}, retrying),
		httpRequest(simulator, 'http-batch', 'HTTP Request, Batching 10 a second', batching),
	];
}

module.exports = { variants };
