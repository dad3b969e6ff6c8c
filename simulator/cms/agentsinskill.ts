/** Source: vendor page cec_07_2550, whose answer was not seen: the fields are made up. */
import { behaviour, type TryThis } from '../core/behaviour';
import { agentRow, agentsOf } from './shared/agentRows';
import { payload } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, skillIds: [10, 11] }, gives: 'who is signed in for these two' },
];

interface Asked {
	skillIds: Array<number | string>;
}

export default behaviour<Asked>('agentsinskill', ({ skillIds }, platform) =>
	payload(
		platform,
		skillIds.map((skillId) => ({
			skillId: String(skillId),
			agents: agentsOf(platform, skillId)
				.filter(({ state }) => state !== 'signedOut')
				.map((one) => agentRow(platform, one)),
		})),
	),
);
