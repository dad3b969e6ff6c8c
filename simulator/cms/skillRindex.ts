/** Source: vendor page cec_07_0624. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { centreOf } from './shared/centre';
import { chosenValues, liveValue } from './shared/chosenValues';
import { known, payload } from './shared/form';
import { skillIndicator } from './shared/liveIndicators';

export const data: DataMakers = chosenValues;

export const tryThese: TryThis[] = [
	{
		ask: {
			ccId: 1,
			vdn: 40,
			skillIds: [10, 11, 100],
			indexIds: ['IDX_COUNT_REAL_SKILL_QUEUE', 'IDX_COUNT_REAL_AGENT_USABLE'],
		},
		gives: 'who waits, and who is free; nobody works for the last',
	},
	{
		ask: { ccId: 1, vdn: 40, skillIds: [10], indexIds: ['IDX_NONE'] },
		code: '0100002',
		gives: 'there is no such indicator',
	},
];

interface Asked {
	skillIds: number[];
	indexIds: string[];
}

export default behaviour<Asked>('skillRindex', ({ skillIds, indexIds }, platform) => {
	const centre = centreOf(platform);
	const rows = known(skillIds, centre.skills).map((skill) => ({
		id: String(skill.skillId),
		idxs: indexIds.map((id) =>
			liveValue(platform, skill.skillId, id, skillIndicator(centre, skill, id)),
		),
	}));
	return payload(platform, rows);
});
