import { callbatchList } from '../../../../aicc/endpoints/isales/callbatchList';
import { readList } from '../../../../aicc/patterns/list/list';
import { returnAllAndLimit, vdnOptions } from '../../../shared/descriptions';
import { withUsableNames } from '../../../shared/names';
import { campaignId, filterCollection, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { STATUSES } from './statuses';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many call batches',
		description: 'List the batches of a campaign',
	},
	fields: [
		campaignId,
		...returnAllAndLimit,
		filterCollection([
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Spring',
				description: 'Name of the batch, or a part of it',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: STATUSES,
				default: 1,
				description: 'The state that the batches are in',
			},
		]),
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const filters = {
			name: inputs.optionalText('filters.name'),
			status: inputs.optionalChoice('filters.status'),
		};
		const rows = await readList(ask, callbatchList, { path, filters }, inputs.wanted());
		return rows.map(withUsableNames);
	},
};
