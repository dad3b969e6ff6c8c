import type { IDataObject } from 'n8n-workflow';

import { getExternalResult } from '../../../../aicc/externalResult';
import { vdnId } from '../../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** IDs of the service are numbers. Source: seed queryObsResultDetail, `defId`. */
const EXTERNAL_RESULT_ID = /^\d+$/;

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get external result',
		description: 'Get one external result and the OBS result codes that belong to it',
	},
	fields: [
		{
			displayName: 'External Result',
			name: 'externalResultId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The external result to get',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select an external result...',
					typeOptions: { searchListMethod: 'searchExternalResults', searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 1402245659',
					hint: 'The number of the external result (defId)',
				},
			],
		},
		vdnId,
	],
	async execute(inputs, ask) {
		const defId = inputs.text('externalResultId', {
			pattern: EXTERNAL_RESULT_ID,
			mustBe: 'the ID of an external result, digits only',
		});
		const result = await getExternalResult(ask, { ...inputs.vdnPath(), defId });
		return [result as IDataObject];
	},
};
