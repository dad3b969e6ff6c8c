import type { IDataObject } from 'n8n-workflow';

import { listCallRecords } from '../../../../aicc/endpoints/cms/querycallsV2/listCallRecords';
import { callRecordItem } from '../../../shared/callRecord';
import { callFilters, directions, wantedCalls } from '../../../shared/callRecordQuery';
import { cmsNumberOptions, returnAllAndLimit } from '../../../shared/descriptions';
import { recordSpan, withTimeZone } from '../../../shared/recordSpan';
import type { Operation } from '../../shared/operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many call records',
		description: 'List the calls of yesterday and today that are over',
	},
	fields: [
		{
			displayName: 'Begin Time',
			name: 'beginTime',
			type: 'dateTime',
			default: '',
			required: true,
			description:
				"Calls from then on, yesterday 00:00 at the earliest. Without an offset it is meant in the tenant's time zone.",
		},
		{
			displayName: 'End Time',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			required: true,
			description:
				'Calls up to then, today 23:59:59 at the latest. A day without a time means the whole of that day.',
		},
		directions,
		...returnAllAndLimit,
		callFilters,
		cmsNumberOptions,
	],
	async execute(inputs, ask) {
		const query = { ...wantedCalls(inputs), ...recordSpan(inputs, Date.now()) };
		const wanted = inputs.wanted();
		const items = await listCallRecords(ask, query, wanted, callRecordItem).catch(
			(failure: unknown) => {
				throw withTimeZone(failure, inputs.zone);
			},
		);
		return items as IDataObject[];
	},
};
