import { meaningsOfUnseen, unseenStates } from '../../../../aicc/endpoints/cms/shared/unseenRow';
import { totalagentabstractex3 } from '../../../../aicc/endpoints/cms/totalagentabstractex3';
import { readList } from '../../../../aicc/patterns/list/list';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions, returnAllAndLimit } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import type { Operation } from '../../shared/operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many agents and their state',
		description: 'List the agents of the VDN with their state',
	},
	fields: [...returnAllAndLimit, cmsOptions],
	async execute(inputs, ask) {
		const query = { filters: cmsTenant(inputs) };
		const rows = await readList(ask, totalagentabstractex3, query, inputs.wanted());
		return unseenStates(rows).map((row) => withNames(row, meaningsOfUnseen(row)));
	},
};
