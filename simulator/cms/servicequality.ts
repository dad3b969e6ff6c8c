/** Service level of five minutes. Source: vendor page cec_07_2560, whose answer was not seen: it is made up. */
import { behaviour, type TryThis } from '../core/behaviour';
import { centreOf } from './shared/centre';
import { known, payload } from './shared/form';
import { serviceOf } from './shared/liveIndicators';

export const tryThese: TryThis[] = [
	{
		ask: { ccId: 1, vdn: 40, skillIds: [10, 11] },
		gives: 'how many per cent were answered within 20 seconds; 100 when nobody called',
	},
];

interface Asked {
	skillIds: Array<number | string>;
}

export default behaviour<Asked>('servicequality', ({ skillIds }, platform) => {
	const centre = centreOf(platform);
	const rows = known(skillIds, centre.skills).map((skill) => {
		const { calls, inTime } = serviceOf(centre, skill);
		const level = calls === 0 ? 100 : Math.round((100 * inTime) / calls);
		return { skillId: String(skill.skillId), serviceLevel: String(level) };
	});
	return payload(platform, rows);
});
