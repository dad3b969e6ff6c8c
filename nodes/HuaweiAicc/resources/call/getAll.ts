import {
	queryCallDetailRecord,
	TASK_TYPES,
} from '../../../../aicc/endpoints/fabric/queryCallDetailRecord';
import {
	listCallDetails,
	type CallDetailQuery,
} from '../../../../aicc/endpoints/fabric/queryCallDetailRecord/listCallDetails';
import { numberOptions, returnAllAndLimit } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf, withUsableNames } from '../../../shared/names';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import { filterCollection } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** Longer than anybody keeps records; so much at once is a slip of the pen. */
const MAX_YEARS = 10;

/** From when to when. @throws AiccError for a span that is turned round, or that nobody can mean */
function spanOf(inputs: Inputs, now: number): Pick<CallDetailQuery, 'begin' | 'end'> {
	const from = inputs.moment('beginTime');
	const { at, isDay } = inputs.moment('endTime');
	// A day without a time means the whole of it.
	const to = isDay ? at.endOf('day') : at;
	const [begin, end] = [from.at.toMillis(), to.toMillis()];
	if (begin > end) {
		throw inputs.complaint(
			'endTime',
			`is before Begin Time: ${to.toISO()}`,
			'Enter the earlier moment as Begin Time and the later one as End Time.',
		);
	}
	if (from.at.plus({ years: MAX_YEARS }).toMillis() < Math.min(end, now)) {
		throw inputs.complaint(
			'beginTime',
			`is more than ten years before End Time: ${from.at.toISO()}`,
			'Enter a later Begin Time.',
		);
	}
	return { begin, end };
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many calls',
		description: 'List the calls that the interfaces have made, voice notifications among them',
	},
	fields: [
		{
			displayName: 'Begin Time',
			name: 'beginTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: "Calls from then on. Without an offset it is meant in the workflow's time zone.",
		},
		{
			displayName: 'End Time',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			required: true,
			description:
				'Calls up to then. A day without a time means the whole of that day. At most ten years after Begin Time.',
		},
		...returnAllAndLimit,
		filterCollection([
			{
				displayName: 'Calling Number',
				name: 'callerNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9000001',
				description: 'Calls of this number only, of digits, * and #, at most 32',
			},
			{
				displayName: 'Task Type',
				name: 'taskType',
				type: 'options',
				options: choicesOf(queryCallDetailRecord.limits.taskType.values, TASK_TYPES),
				default: '0',
				description: 'Calls of this kind only',
			},
		]),
		numberOptions,
	],
	async execute(inputs, ask) {
		const now = Date.now();
		const query: CallDetailQuery = {
			...spanOf(inputs, now),
			caller: inputs.optionalPhoneNumber('filters.callerNumber', LINE_NUMBER)?.number,
			taskType: inputs.optionalChoice('filters.taskType')?.toString(),
		};
		const rows = await listCallDetails(ask, query, now, inputs.wanted());
		return rows.map(withUsableNames);
	},
};
