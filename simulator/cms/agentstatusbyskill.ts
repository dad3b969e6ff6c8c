/** Source: vendor page cec_07_2558, whose answer was not seen: the fields are made up. */
import { behaviour, type TryThis } from '../core/behaviour';
import { agentsOf } from './shared/agentRows';
import { payload } from './shared/form';
import { STATUS } from './shared/people';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, skillIds: [10, 11] }, gives: 'how many are in each state' },
];

interface Asked {
	skillIds: number[];
}

export default behaviour<Asked>('agentstatusbyskill', ({ skillIds }, platform) =>
	payload(
		platform,
		skillIds.map((skillId) => {
			const agents = agentsOf(platform, skillId);
			const counts = Object.entries(STATUS).map(([name, status]) => ({
				status: String(status),
				count: String(agents.filter(({ state }) => state === name).length),
			}));
			return { skillId: String(skillId), counts };
		}),
	),
);
