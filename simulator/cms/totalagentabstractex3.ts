/** Source: vendor page cec_07_2535, whose answer was not seen: the fields are made up. */
import { behaviour, type TryThis } from '../core/behaviour';
import { agentRow, seenAgents } from './shared/agentRows';
import { pageOf, payload } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, limit: 1000, offset: 0 }, gives: 'all agents, 230 unless told' },
];

interface Asked {
	limit: number;
	offset: number;
}

export default behaviour<Asked>('totalagentabstractex3', ({ limit, offset }, platform) =>
	payload(
		platform,
		pageOf([...seenAgents(platform).values()], offset, limit).map((one) => agentRow(platform, one)),
	),
);
