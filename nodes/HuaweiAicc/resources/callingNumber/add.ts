import { addingCallingNumbers } from '../../../../aicc/endpoints/isales/addCallerNo';
import { vdnOptions } from '../../../shared/descriptions';
import { ACCESS_CODE, campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { accessCode } from './fields';

export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add calling number to campaign',
		description: 'Add numbers that a campaign calls from; those of many items go together',
	},
	fields: [campaignId, accessCode, vdnOptions],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const number = { accessCode: inputs.text('accessCode', ACCESS_CODE) };
		await sendInBatch(addingCallingNumbers(path), number);
		return [{ success: true, campaignId: path.campaignId, ...number }];
	},
};
