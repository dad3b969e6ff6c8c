import type { Workflow, WorkflowNode } from '../../scripts/n8n/api';

type CredentialIds = Record<'token' | 'akSk', { id: string; name: string }>;

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	more: Partial<WorkflowNode> = {},
): WorkflowNode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters, ...more };
}

/** Each node after the one before it. */
function chain(name: string, nodes: WorkflowNode[]): Workflow {
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map((from, index) => [
				from.name,
				{ main: [[{ node: nodes[index + 1]?.name, type: 'main', index: 0 }]] },
			]),
	);
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** Answers a request with what the service says of each of its numbers, beside the number. */
export function lookUpWorkflow(path: string, credentials: CredentialIds): Workflow {
	return chain('Look-ups', [
		node(
			'Numbers',
			'n8n-nodes-base.webhook',
			2,
			{ path, httpMethod: 'POST', responseMode: 'lastNode', responseData: 'allEntries' },
			{ webhookId: path },
		),
		node('One item per number', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.numbers' }),
		node(
			'Where does it lead?',
			'n8n-nodes-huawei-aicc.huaweiAicc',
			1,
			{
				resource: 'call',
				operation: 'getCalledDevice',
				callerNumber: '8888888',
				calledNumber: "={{ $json['body.numbers'] }}",
			},
			{ credentials: { huaweiAiccTokenApi: credentials.token } },
		),
		node('Pairs', 'n8n-nodes-base.set', 3.4, {
			mode: 'raw',
			jsonOutput:
				"={{ { asked: $('One item per number').item.json['body.numbers'], leadsTo: $json.called } }}",
		}),
	]);
}

/** Starts when an OBS result code changes. */
export function watchWorkflow(credentials: CredentialIds): Workflow {
	return chain('Watch', [
		node(
			'Code changed',
			'n8n-nodes-huawei-aicc.huaweiAiccTrigger',
			1,
			{ event: 'obsResultCodeChanged', pollTimes: { item: [{ mode: 'everyMinute' }] } },
			{ credentials: { huaweiAiccAkSkApi: credentials.akSk } },
		),
		node('Change', 'n8n-nodes-base.noOp', 1, {}),
	]);
}
