/** Workflows that are written in code. */

/**
 * @typedef {import('./api').Workflow} Workflow
 * @typedef {import('./api').WorkflowNode} WorkflowNode
 */

/**
 * @param {string} name
 * @param {string} type
 * @param {number} typeVersion
 * @param {Record<string, unknown>} parameters
 * @param {Partial<WorkflowNode>} [more]
 * @returns {WorkflowNode}
 */
function node(name, type, typeVersion, parameters, more = {}) {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters, ...more };
}

/**
 * A webhook that answers with all items of the last node.
 *
 * @param {string} path
 */
function webhook(path) {
	const parameters = {
		path,
		httpMethod: 'POST',
		responseMode: 'lastNode',
		responseData: 'allEntries',
	};
	return node('Webhook', 'n8n-nodes-base.webhook', 2, parameters, { webhookId: path });
}

/**
 * @param {string} name
 * @param {WorkflowNode[]} nodes each after the one before it
 * @returns {Workflow}
 */
function chain(name, nodes) {
	const connections = Object.fromEntries(
		nodes.slice(0, -1).map((from, index) => {
			const next = { node: nodes[index + 1]?.name, type: 'main', index: 0 };
			return [from.name, { main: [[next]] }];
		}),
	);
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

module.exports = { chain, node, webhook };
