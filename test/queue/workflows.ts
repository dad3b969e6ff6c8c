import type { Workflow } from '../../scripts/n8n/api';
import { chain, node, webhook } from '../../scripts/n8n/workflow';

type CredentialIds = Record<'token' | 'akSk', { id: string; name: string }>;

/** The number of an item, as an expression. */
const NUMBER = "={{ $json['body.numbers'] }}";

/** Takes a request with numbers and makes an item of each. */
function itemPerNumber(path: string) {
	const splitOut = 'n8n-nodes-base.splitOut';
	return [
		webhook(path),
		node('One item per number', splitOut, 1, { fieldToSplitOut: 'body.numbers' }),
	];
}

/**
 * Answers a request with what the service says of each of its numbers, beside the number and the ID
 * of the execution.
 */
export function lookUpWorkflow(path: string, credentials: CredentialIds): Workflow {
	return chain('Look-ups', [
		...itemPerNumber(path),
		node(
			'Where does it lead?',
			'n8n-nodes-huawei-aicc.huaweiAicc',
			1,
			{
				resource: 'call',
				operation: 'getCalledDevice',
				callerNumber: '8888888',
				calledNumber: NUMBER,
			},
			{ credentials: { huaweiAiccTokenApi: credentials.token } },
		),
		node('Pairs', 'n8n-nodes-base.set', 3.4, {
			mode: 'raw',
			jsonOutput:
				"={{ { asked: $('One item per number').item.json['body.numbers'], leadsTo: $json.called, execution: $execution.id } }}",
		}),
	]);
}

/** Adds the numbers of a request to a campaign, and answers with an item for each. */
export function fillWorkflow(
	path: string,
	campaignId: string,
	akSk: CredentialIds['akSk'],
): Workflow {
	return chain('Fill', [
		...itemPerNumber(path),
		node(
			'Add',
			'n8n-nodes-huawei-aicc.huaweiAicc',
			1,
			{
				resource: 'callData',
				operation: 'add',
				campaignId: { __rl: true, mode: 'id', value: campaignId },
				calledNumber: NUMBER,
			},
			{ credentials: { huaweiAiccAkSkApi: akSk } },
		),
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
