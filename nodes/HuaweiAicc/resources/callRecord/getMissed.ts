import { CMS_MAX_VDN } from '../../../../aicc/endpoints/cms/product';
import { queryMissedCalls } from '../../../../aicc/endpoints/cms/queryMissedCalls';
import { meaningsOfUnseen, unseenRow } from '../../../../aicc/endpoints/cms/shared/unseenRow';
import { readList } from '../../../../aicc/patterns/list/list';
import { cmsVdnOptions, returnAllAndLimit } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import { filterCollection } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** @zh 查询漏接来电 */
export const getMissed: Operation = {
	option: {
		name: 'Get Missed',
		value: 'getMissed',
		action: 'Get missed call records',
		description: 'List the inbound calls that nobody took',
	},
	fields: [
		...returnAllAndLimit,
		filterCollection([
			{
				displayName: 'Begin Time',
				name: 'beginTime',
				type: 'dateTime',
				default: '',
				description: "Calls from then on. Without an offset it is meant in the tenant's time zone.",
			},
			{
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				description: 'Calls up to then. A day without a time means the whole of that day.',
			},
		]),
		cmsVdnOptions,
	],
	async execute(inputs, ask) {
		const [begin, end] = ['filters.beginTime', 'filters.endTime'];
		inputs.checkSpan(end, inputs.optionalEpoch(begin), inputs.optionalEpoch(end, true));
		const { clock } = queryMissedCalls;
		const filters = {
			vdn: inputs.vdn(CMS_MAX_VDN),
			beginTime: inputs.optionalTime(begin, clock),
			endTime: inputs.optionalTime(end, clock, true),
		};
		const calls = await readList(ask, queryMissedCalls, { filters }, inputs.wanted());
		return calls.map(unseenRow).map((call) => withNames(call, meaningsOfUnseen(call)));
	},
};
