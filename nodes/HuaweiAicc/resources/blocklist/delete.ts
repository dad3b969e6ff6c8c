import { blocklistDelete } from '../../../../aicc/endpoints/isales/blocklistDelete';
import { numberAndVdnOptions } from '../../../shared/descriptions';
import { DIALLED_NUMBER } from '../../../shared/readers/phoneNumber';
import { blockedNumber } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const deleteNumber: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete number from blocklist',
		description: 'Let a number be called again',
	},
	fields: [blockedNumber, numberAndVdnOptions],
	async execute(inputs, ask) {
		const asked = inputs.phoneNumber('number', DIALLED_NUMBER);
		const body = { blocklistNo: asked.number };
		await ask(blocklistDelete, { path: inputs.vdnPath(), body });
		return [{ deleted: true, ...asked }];
	},
};
