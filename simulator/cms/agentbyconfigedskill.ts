/** Source: vendor page cec_07_2559; the numbers of states are made up. */
import { behaviour, type TryThis } from '../core/behaviour';
import { agentRow, agentsOf } from './shared/agentRows';
import { payload } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, skillId: 10 }, gives: 'its agents, every twentieth of all' },
	{ ask: { ccId: 1, vdn: 40, skillId: 100 }, gives: 'none: nobody has this skill' },
];

interface Asked {
	skillId: number | string;
}

export default behaviour<Asked>('agentbyconfigedskill', ({ skillId }, platform) =>
	payload(
		platform,
		agentsOf(platform, skillId).map((one) => agentRow(platform, one)),
	),
);
