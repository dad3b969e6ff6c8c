import { agentAccountDelete } from '../../../../aicc/endpoints/fabric/agentAccountDelete';
import type { Operation } from '../../shared/operation';
import { ACCOUNT, userAccount } from './fields';

export const deleteAgent: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete agent',
		description: 'Delete an agent, whatever state it is in',
	},
	fields: [userAccount],
	async execute(inputs, ask) {
		const body = { userAccount: inputs.text('userAccount', ACCOUNT) };
		await ask(agentAccountDelete, { body });
		return [{ deleted: true, ...body }];
	},
};
