import type { IDataObject } from 'n8n-workflow';

import { toOneForm } from '../../../../aicc/endpoints/cms/shared/oneForm';
import { totalagentabstractex3 } from '../../../../aicc/endpoints/cms/totalagentabstractex3';
import { readList } from '../../../../aicc/patterns/list/list';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions, returnAllAndLimit } from '../../../shared/descriptions';
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
		return rows.map(toOneForm({})) as IDataObject[];
	},
};
