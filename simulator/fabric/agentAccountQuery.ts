/** Source: vendor page cec_07_0023. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeAgents } from './shared/agents';

export const data: DataMakers = {
	agents: ({ agents }) => makeAgents(agents),
	agentPasswords: () => ({}),
};

export const tryThese: TryThis[] = [
	{ ask: { pageNum: 0, pageSize: 100 }, gives: 'the first of the agents, 230' },
	{ ask: { userAccount: 'agent001' }, gives: 'this one' },
	{ ask: { userAccount: 'nobody01' }, gives: 'none: the list is empty' },
];

interface Asked {
	userAccount?: string;
	pageNum?: number;
	pageSize?: number;
	agentType?: number[];
}

/** Most rows that are given, whatever is asked for. */
const PAGE = 100;

export default behaviour<Asked>('agentAccountQuery', (asked, { data: { agents } }) => {
	const { userAccount, pageNum = 0, pageSize = PAGE, agentType = [] } = asked;
	if (userAccount !== undefined) {
		const found = agents.filter((agent) => agent.userAccount === userAccount);
		return { total: found.length, data: found };
	}
	const found = agents.filter(
		(agent) => agentType.length === 0 || agentType.includes(agent.agentType),
	);
	const size = Math.min(pageSize, PAGE);
	return { total: found.length, data: found.slice(pageNum * size, (pageNum + 1) * size) };
});
