import type { IDataObject } from 'n8n-workflow';

import { getExternalResult } from '../../../../aicc/endpoints/isales/queryObsResultDetail';
import { vdnOptions } from '../../../shared/descriptions';
import { EXTERNAL_RESULT_ID, externalResultId } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get external result',
		description: 'Get one external result and the OBS result codes that belong to it',
	},
	fields: [externalResultId, vdnOptions],
	async execute(inputs, ask) {
		const defId = inputs.text('externalResultId', EXTERNAL_RESULT_ID);
		const result = await getExternalResult(ask, { ...inputs.vdnPath(), defId });
		return [result as IDataObject];
	},
};
