import { AiccError } from '../../base/errors';
import { asText, type JsonObject } from '../../base/json';
import { couldNot } from '../../base/words';
import { rowsOf } from '../../patterns/list/answerRows';
import { pageNumber } from '../../patterns/list/paging';
import type { SendRequest } from '../../patterns/sendRequest';
import { AGENT_TYPES, agentAccounts, fabric, FAILURE_CODES } from './product';

/** Fields of an agent that are text whatever the service writes. */
const AGENT_TEXTS = ['userAccount', 'phone', 'sipAccount', 'workNo'];

/**
 * Finds one agent, or lists all. Source: vendor page cec_07_0023. It states no most for the rows of a
 * page; the first page is 0.
 */
export const agentAccountQuery = fabric.endpoint({
	title: 'get the agents',
	path: '/apiaccess/rest/cc-management/v1/agentAccount/query',
	envelope: agentAccounts,
	codes: FAILURE_CODES,
	limits: { pageNum: { min: 0 } },
	meanings: { agentType: { ...AGENT_TYPES, '255': 'idle' } },
	list: {
		title: 'agents',
		rows: 'data',
		total: 'total',
		page: pageNumber(100, { from: 0 }),
		keyFields: ['userAccount'],
		textFields: AGENT_TEXTS,
	},
});

/**
 * One agent.
 *
 * @param userAccount exactly
 * @throws AiccError when there is no such agent
 */
export async function findAgent(ask: SendRequest, userAccount: string): Promise<JsonObject> {
	const endpoint = agentAccountQuery;
	const { data } = await ask(endpoint, { body: { userAccount } });
	const agent = rowsOf(data, endpoint, AGENT_TEXTS).find(
		(row) => asText(row.userAccount)?.toLowerCase() === userAccount.toLowerCase(),
	);
	if (agent) return agent;
	const title = 'get the agent';
	throw new AiccError('service', couldNot({ title }, `there is no agent ${userAccount}`), {
		description: 'Choose an agent from the list, or check the account.',
	});
}
