/** Source: vendor page cec_07_2575, whose answer was seen only in part: the names of lists are made up. */
import { behaviour, type TryThis } from '../core/behaviour';
import { agentRow, seenAgents } from './shared/agentRows';
import { pageOf } from './shared/form';
import { STATUS } from './shared/people';

export const tryThese: TryThis[] = [
	{ ask: { ccId: '1', vdn: '40', offset: 0, limit: 100 }, gives: 'the first of all agents' },
	{
		ask: { ccId: '1', vdn: '40', status: String(STATUS.idle), offset: 0, limit: 100 },
		gives: 'those who are idle',
	},
];

interface Asked {
	status?: string;
	offset: number;
	limit: number;
}

export default behaviour<Asked>('queryAgentByStatus', ({ status, offset, limit }, platform) => {
	const found = [...seenAgents(platform).values()].filter(
		({ state }) => !status || String(STATUS[state]) === status,
	);
	const agents = pageOf(found, offset, limit).map((one) => agentRow(platform, one));
	return { total: found.length, agents };
});
