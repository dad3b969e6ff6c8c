/** Skill queues of the VDN. Source: vendor page cec_07_0603. */
import { behaviour, type TryThis } from '../core/behaviour';
import { payload } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40 }, gives: 'the skill queues, 130 unless told' },
];

export default behaviour<object>('configuresSkills', (_asked, platform) =>
	payload(
		platform,
		platform.data.skills.map(({ skillId, mediaTypeId, name }) => ({
			id: String(skillId),
			mediaType: String(mediaTypeId),
			name,
		})),
	),
);
