import { updateObResult } from '../../../../aicc/endpoints/isales/updateObResult';
import { vdnOptions } from '../../../shared/descriptions';
import {
	EXTERNAL_RESULT_ID,
	externalResultFields,
	externalResultId,
	OBS_CODES,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update external result',
		description: 'Give an external result another name and other OBS result codes',
	},
	fields: [externalResultId, ...externalResultFields, vdnOptions],
	async execute(inputs, ask) {
		const defId = inputs.text('externalResultId', EXTERNAL_RESULT_ID);
		const body = {
			defId,
			displayResult: inputs.text('displayResult'),
			obsCodes: inputs.texts('obsCodes', OBS_CODES),
		};
		await ask(updateObResult, { path: inputs.vdnPath(), body });
		return [{ success: true, defId }];
	},
};
