import { INTERFACES } from '../../../../aicc/interfaces';
import { vdnId } from '../../../shared/descriptions';
import { blockedNumber, DIALLED_NUMBER } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const deleteNumber: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete number from blocklist',
		description: 'Let a number be called again',
	},
	fields: [blockedNumber, vdnId],
	async execute(inputs, ask) {
		await ask({
			interface: INTERFACES.deleteFromBlocklist,
			path: inputs.vdnPath(),
			body: { blocklistNo: inputs.text('number', DIALLED_NUMBER) },
		});
		return [{ deleted: true }];
	},
};
