import { deleteObsResult } from '../../../../aicc/endpoints/isales/deleteObsResult';
import { vdnOptions } from '../../../shared/descriptions';
import { EXTERNAL_RESULT_ID, externalResultId } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const deleteExternalResult: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete external result',
		description: 'Delete an external result',
	},
	fields: [externalResultId, vdnOptions],
	async execute(inputs, ask) {
		const defId = inputs.text('externalResultId', EXTERNAL_RESULT_ID);
		const path = { ...inputs.vdnPath(), defId };
		await ask(deleteObsResult, { path });
		return [{ deleted: true, defId }];
	},
};
