import { checkingOf } from '../../../../aicc/blocklist';
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
	isGathered: true,
	async execute(inputs, _ask, gather) {
		const asked = inputs.phoneNumber('number', DIALLED_NUMBER);
		const { blocked } = await gather(checkingOf(inputs.vdnPath()), asked.number);
		return [{ ...asked, blocked: blocked === true }];
	},
};
