/** Source: vendor page cec_07_2564, whose answer was not seen: the fields are made up. */
import { behaviour, type TryThis } from '../core/behaviour';
import { agentRow, seenAgents } from './shared/agentRows';
import { known, payload } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, agentIds: [101, 102] }, gives: 'what these two do' },
	{ ask: { ccId: 1, vdn: 40, agentIds: [99_999] }, gives: 'none: there is no such agent' },
];

interface Asked {
	agentIds: Array<number | string>;
}

export default behaviour<Asked>('agentstatusinfobyagentids', ({ agentIds }, platform) =>
	payload(
		platform,
		known(agentIds, seenAgents(platform)).map((one) => agentRow(platform, one)),
	),
);
