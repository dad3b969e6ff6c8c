import { agentAccountQuery, findAgent } from '../../../../aicc/endpoints/fabric/agentAccountQuery';
import { withNames } from '../../../shared/names';
import type { Operation } from '../../shared/operation';
import { KNOWN_ACCOUNT, userAccount } from './fields';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get agent',
		description: 'Get one agent with its skills',
	},
	fields: [userAccount],
	async execute(inputs, ask) {
		const agent = await findAgent(ask, inputs.text('userAccount', KNOWN_ACCOUNT));
		return [withNames(agent, agentAccountQuery.meanings)];
	},
};
