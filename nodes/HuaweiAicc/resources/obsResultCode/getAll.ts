import type { IDataObject } from 'n8n-workflow';

import { listIsales, OBS_RESULT_CODES } from '../../../../aicc/isalesLists';
import { returnAllAndLimit, vdnOptions } from '../../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many OBS result codes',
		description: 'List the result codes of outbound calls and what they mean',
	},
	fields: [...returnAllAndLimit, vdnOptions],
	async execute(inputs, ask) {
		const path = inputs.vdnPath();
		return (await listIsales(ask, OBS_RESULT_CODES, path, inputs.wanted())) as IDataObject[];
	},
};
