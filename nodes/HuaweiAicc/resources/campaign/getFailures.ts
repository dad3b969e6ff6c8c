import type { IDataObject } from 'n8n-workflow';

import { toIsalesText } from '../../../../aicc/base/time';
import {
	failcategorystatistics,
	MAX_DAYS_OF_FAILURES,
} from '../../../../aicc/endpoints/isales/failcategorystatistics';
import { rowsOf } from '../../../../aicc/patterns/list/answerRows';
import { vdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { bothEnds } from '../../shared/bothEnds';
import { campaignId, filterCollection, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const BEGIN = 'filters.beginTime';
const END = 'filters.endTime';

/** Both days or none. Source: vendor page cec_07_0734. */
function daysFrom(inputs: Inputs): IDataObject {
	const ends = bothEnds(inputs, BEGIN, END);
	if (!ends) return {};
	const [begin, end] = ends;
	const days = end.at.startOf('day').diff(begin.at.startOf('day'), 'days').days;
	inputs.checkSpan(END, 0, days);
	if (days > MAX_DAYS_OF_FAILURES) {
		throw inputs.complaint(
			END,
			`is more than ${MAX_DAYS_OF_FAILURES} days after Begin Time: ${end.at.toISO()}`,
			'Ask for a shorter span. What is counted in several spans cannot be put together.',
		);
	}
	const { clock } = failcategorystatistics;
	return {
		startDate: inputs.needed(BEGIN, toIsalesText(begin, 'day', clock)),
		endDate: inputs.needed(END, toIsalesText(end, 'day', clock)),
	};
}

/** @zh 查询失败统计 */
export const getFailures: Operation = {
	option: {
		name: 'Get Failures',
		value: 'getFailures',
		action: 'Get failures of campaign',
		description: 'Count the failed calls of a campaign by reason, today or over up to 30 days',
	},
	fields: [
		campaignId,
		filterCollection([
			{
				displayName: 'Begin Time',
				name: 'beginTime',
				type: 'dateTime',
				default: '',
				description:
					"The first day, by the clock of the tenant's time zone; a time of day does not matter. End Time is needed too.",
			},
			{
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				description: 'The last day, at most 30 days later',
			},
		]),
		vdnOptions,
	],
	async execute(inputs, ask) {
		const query = { campaignId: inputs.text('campaignId', SERVICE_ID), ...daysFrom(inputs) };
		const answer = await ask(failcategorystatistics, { path: inputs.vdnPath(), query });
		return rowsOf(answer.data, failcategorystatistics, []) as IDataObject[];
	},
};
