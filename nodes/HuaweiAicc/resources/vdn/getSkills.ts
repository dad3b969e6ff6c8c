import { configuresSkills } from '../../../../aicc/endpoints/cms/configuresSkills';
import { wholeListOperation } from '../../shared/monitoring/wholeList';

/** @zh 查询技能队列 */
export const getSkills = wholeListOperation({
	option: {
		name: 'Get Skills',
		value: 'getSkills',
		action: 'Get VDN skills',
		description: 'List the skill queues of the VDN',
	},
	endpoint: configuresSkills,
	texts: ['name'],
	numbers: ['id', 'mediaType'],
});
