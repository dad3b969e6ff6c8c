import { agentAccountQuery } from '../../../../aicc/endpoints/fabric/agentAccountQuery';
import { AGENT_TYPES } from '../../../../aicc/endpoints/fabric/product';
import { choicesOf } from '../../../shared/names';
import { readChoices } from '../../../shared/readers/choices';
import { listOperation } from '../../shared/listOperation';

const CHOICES = choicesOf(Object.keys(AGENT_TYPES).map(Number), AGENT_TYPES);

export const getAll = listOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many agents',
		description: 'List the agents of the tenant space with their skills',
	},
	endpoint: agentAccountQuery,
	filters: {
		fields: [
			{
				displayName: 'Agent Types',
				name: 'agentType',
				type: 'multiOptions',
				options: CHOICES,
				default: [],
				description: 'What kinds of contact the agents take',
			},
			{
				displayName: 'Transparent Display Flag',
				name: 'transparentDisplayFlag',
				type: 'boolean',
				default: false,
				description:
					'Whether to send transparentDisplayFlag, whose meaning the service does not say',
			},
		],
		from: (inputs) => ({
			agentType: inputs.optional('filters.agentType', (value) => readChoices(value, CHOICES)),
			transparentDisplayFlag: inputs.optionalSwitch('filters.transparentDisplayFlag'),
		}),
	},
});
