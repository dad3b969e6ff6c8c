import { callbatchDelete } from '../../../../aicc/endpoints/isales/callbatchDelete';
import { vdnOptions } from '../../../shared/descriptions';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const deleteBatch: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete call batch',
		description: 'Delete a batch of a campaign',
	},
	fields: [
		campaignId,
		{
			displayName: 'Batch ID',
			name: 'batchId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 100000000000000000000000000001',
			description:
				'The ID of the batch, which Create and Get Many give out. Give it as text: it has 30 digits.',
		},
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const batchId = inputs.text('batchId', SERVICE_ID);
		await ask(callbatchDelete, { path, body: { id: batchId } });
		return [{ deleted: true, campaignId: path.campaignId, batchId }];
	},
};
