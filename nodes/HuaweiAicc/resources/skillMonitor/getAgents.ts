import { agentbyconfigedskill } from '../../../../aicc/endpoints/cms/agentbyconfigedskill';
import { skillId } from '../../shared/monitoring/fields';
import { wholeListOperation } from '../../shared/monitoring/wholeList';

/** @zh 查询坐席 */
export const getAgents = wholeListOperation({
	option: {
		name: 'Get Agents',
		value: 'getAgents',
		action: 'Get skill agents',
		description: 'List the agents of a skill queue with their status',
	},
	endpoint: agentbyconfigedskill,
	own: {
		fields: [skillId],
		from: (inputs) => ({
			skillId: inputs.needed('skillId', inputs.optionalNumber('skillId', { min: 1 })),
		}),
	},
	texts: ['workNo'],
	numbers: ['mediaType'],
});
