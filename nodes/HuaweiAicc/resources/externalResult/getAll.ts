import type { IDataObject } from 'n8n-workflow';

import { EXTERNAL_RESULTS, listIsales } from '../../../../aicc/isalesLists';
import { returnAllAndLimit, vdnOptions } from '../../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many external results',
		description: 'List the external results that outbound calls can end with',
	},
	fields: [...returnAllAndLimit, vdnOptions],
	async execute(inputs, ask) {
		const path = inputs.vdnPath();
		return (await listIsales(ask, EXTERNAL_RESULTS, path, inputs.wanted())) as IDataObject[];
	},
};
