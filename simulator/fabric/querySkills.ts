/** Source: vendor page cec_07_0037. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeSkills } from './shared/skills';

export const data: DataMakers = { skills: ({ skills }) => makeSkills(skills) };

export const tryThese: TryThis[] = [
	{ ask: { limit: '100', offset: '0' }, gives: 'the skill queues, 130' },
	{ ask: { name: 'Sales' }, gives: 'those with Sales in their names' },
	{ ask: { skillIds: ['10', '11'] }, gives: 'these two' },
	{ ask: { mediaTypeId: '77' }, code: '1', gives: 'there is no such media type' },
];

interface Asked {
	name?: string;
	mediaTypeId?: string;
	skillIds?: string[];
	limit?: string;
	offset?: string;
}

const PAGE = 100;

export default behaviour<Asked>('querySkills', (asked, { data: { skills } }) => {
	const { name = '', mediaTypeId, skillIds, limit = PAGE, offset = 0 } = asked;
	const found = skills.filter(
		(skill) =>
			skill.name.includes(name) &&
			(mediaTypeId === undefined || skill.mediaTypeId === Number(mediaTypeId)) &&
			(skillIds === undefined || skillIds.includes(String(skill.skillId))),
	);
	const start = Number(offset);
	const rows = found.slice(start, start + Math.min(Number(limit), PAGE));
	return { total: found.length, data: rows };
});
