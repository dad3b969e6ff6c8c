import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { toIsalesText, type Moment } from '../../../../aicc/base/time';
import { holidayAdd } from '../../../../aicc/endpoints/isales/holidayAdd';
import { HOLIDAY_TYPES } from '../../../../aicc/endpoints/isales/product';
import { vdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { readChoices } from '../../../shared/readers/choices';
import { additionalFieldCollection, campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const { clock, limits } = holidayAdd;

const BY_WEEK = 1;
const BY_REPEATED_DATE = 3;

const WEEK = 'additionalFields.week';
const BEGIN = 'additionalFields.beginTime';
const END = 'additionalFields.endTime';

const DAYS: INodePropertyOptions[] = [
	{ name: 'Friday', value: '5' },
	{ name: 'Monday', value: '1' },
	{ name: 'Saturday', value: '6' },
	{ name: 'Sunday', value: '7' },
	{ name: 'Thursday', value: '4' },
	{ name: 'Tuesday', value: '2' },
	{ name: 'Wednesday', value: '3' },
];

/** A day as the kind of holiday has it: with its year, or without. */
function dayOf(moment: Moment | undefined, type: string | number): string | undefined {
	const day = moment && toIsalesText(moment, 'day', clock);
	return type === BY_REPEATED_DATE ? day?.slice('yyyy-'.length) : day;
}

/** @throws AiccError when a field goes with another kind of holiday */
function checkKind(inputs: Inputs, type: string | number, given: Record<string, unknown>): void {
	const strange = Object.keys(given).find(
		(path) => given[path] !== undefined && (path === WEEK) !== (type === BY_WEEK),
	);
	if (strange === undefined) return;
	throw inputs.complaint(
		strange,
		type === BY_WEEK
			? 'goes with holidays by date or by repeated date only'
			: 'goes with holidays by week only',
		'Remove it, or choose another Type.',
	);
}

/** Source: vendor page cec_07_4019. The fields of another kind of holiday are refused. */
function daysFrom(inputs: Inputs, type: string | number): IDataObject {
	const week = inputs.optional(WEEK, (value) => readChoices(value, DAYS));
	const [begin, end] = [inputs.optionalMoment(BEGIN), inputs.optionalMoment(END)];
	checkKind(inputs, type, { [WEEK]: week, [BEGIN]: begin, [END]: end });
	if (type === BY_WEEK) return { week: inputs.needed(WEEK, week).sort().join(',') };
	// A repeated span may go over the end of the year.
	if (type !== BY_REPEATED_DATE) {
		inputs.checkSpan(END, begin?.at.startOf('day').toMillis(), end?.at.endOf('day').toMillis());
	}
	return {
		beginTime: inputs.needed(BEGIN, dayOf(begin, type)),
		endTime: inputs.needed(END, dayOf(end, type)),
	};
}

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create holiday',
		description: 'Create a holiday of a campaign: days on which it calls at other times',
	},
	fields: [
		campaignId,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Spring festival',
			description: 'Name of the holiday, which no other one has, at most 30 characters',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: choicesOf(Object.keys(HOLIDAY_TYPES).map(Number), HOLIDAY_TYPES),
			default: 2,
			required: true,
			description: 'Which days it has: those of a week, of a span, or of a span in each year',
			hint: 'Under Additional Fields, By Week needs Days, and the others need Begin Time and End Time',
		},
		additionalFieldCollection([
			{
				displayName: 'Begin Time',
				name: 'beginTime',
				type: 'dateTime',
				default: '',
				description:
					'First day of a holiday by date, which needs it; of one by repeated date the year does not matter',
			},
			{
				displayName: 'Days',
				name: 'week',
				type: 'multiOptions',
				options: DAYS,
				default: [],
				description: 'The days of the week of a holiday by week, which needs them',
			},
			{
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				description: 'Last day of a holiday by date, which needs it',
			},
		]),
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const name = inputs.text('name', limits.name);
		const type = inputs.needed('type', inputs.optionalChoice('type'));
		await ask(holidayAdd, { path, body: { name, type, ...daysFrom(inputs, type) } });
		return [{ success: true, campaignId: path.campaignId, name }];
	},
};
