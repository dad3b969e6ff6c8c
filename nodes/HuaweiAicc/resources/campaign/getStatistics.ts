import type { IDataObject } from 'n8n-workflow';

import { counting } from '../../../../aicc/endpoints/isales/statistics';
import { vdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { campaignId, filterCollection, OWN_CODE, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const BATCH_ID = 'filters.batchId';

/** Source: vendor page cec_07_4037. */
function countedFrom(inputs: Inputs) {
	const counted = {
		campaignId: inputs.optionalText('filters.campaignId', SERVICE_ID),
		batchId: inputs.optionalText(BATCH_ID, OWN_CODE),
	};
	if (counted.batchId === undefined || counted.campaignId !== undefined) return counted;
	throw inputs.complaint(
		BATCH_ID,
		'goes with a campaign only',
		'Set Campaign as well, or remove it.',
	);
}

/** @zh 查询当日统计 */
export const getStatistics: Operation = {
	option: {
		name: 'Get Statistics',
		value: 'getStatistics',
		action: 'Get statistics of campaigns',
		description:
			'Count the calls of today, an item for each campaign; the platform answers once in five minutes',
	},
	fields: [
		filterCollection([
			{
				displayName: 'Batch ID',
				name: 'batchId',
				type: 'string',
				default: '',
				placeholder: 'e.g. spring-offer',
				description: 'Count records with this Custom Field for themselves; Campaign is needed too',
			},
			{ ...campaignId, required: false },
		]),
		vdnOptions,
	],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const { rows } = await sendInBatch(counting(inputs.vdnPath()), countedFrom(inputs));
		return rows as IDataObject[];
	},
};
