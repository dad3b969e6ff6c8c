import { checking } from '../../../../aicc/endpoints/isales/blocklistQuery';
import { numberAndVdnOptions } from '../../../shared/descriptions';
import { DIALLED_NUMBER } from '../../../shared/readers/phoneNumber';
import { blockedNumber } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const check: Operation = {
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check number in blocklist',
		description: 'Check whether a number is blocked',
	},
	fields: [blockedNumber, numberAndVdnOptions],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const asked = inputs.phoneNumber('number', DIALLED_NUMBER);
		const { blocked } = await sendInBatch(checking(inputs.vdnPath()), asked.number);
		return [{ ...asked, blocked: blocked === true }];
	},
};
