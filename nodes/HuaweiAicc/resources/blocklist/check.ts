import { checkingOf } from '../../../../aicc/blocklist';
import { vdnId } from '../../../shared/descriptions';
import { blockedNumber, DIALLED_NUMBER } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const check: Operation = {
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check number in blocklist',
		description: 'Check whether a number is blocked',
	},
	fields: [blockedNumber, vdnId],
	isGathered: true,
	async execute(inputs, _ask, gather) {
		const number = inputs.text('number', DIALLED_NUMBER);
		const { blocked } = await gather(checkingOf(inputs.vdnPath()), number);
		return [{ number, blocked: blocked === true }];
	},
};
