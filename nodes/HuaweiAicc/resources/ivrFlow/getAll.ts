import type { IDataObject } from 'n8n-workflow';

import { listIvrFlows } from '../../../../aicc/endpoints/fabric/queryIVRFlowList';
import { returnAllAndLimit } from '../../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many IVR flows',
		description: 'List the IVR flows of the tenant space',
	},
	fields: returnAllAndLimit,
	async execute(inputs, ask) {
		const wanted = inputs.wanted();
		// The service has no pages here.
		return (await listIvrFlows(ask)).slice(0, wanted) as IDataObject[];
	},
};
