/** The span of time that a file of CC-FS is about. */
import type { INodeProperties } from 'n8n-workflow';

import { endOfDay, readSpan, toIsalesText } from '../../../aicc/base/time';
import { MAX_SPAN_DAYS } from '../../../aicc/endpoints/ccfs/product';
import type { Endpoint } from '../../../aicc/protocol/endpoint';
import type { Inputs } from '../../shared/inputs';

const DAY = 24 * 60 * 60 * 1000;

/** Both ends of the span. @param what is in it */
export function fileSpan(what: string): INodeProperties[] {
	return [
		{
			displayName: 'Begin Time',
			name: 'beginTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: `Beginning of the span that has ${what}, in the time zone of the tenant unless it has an offset`,
		},
		{
			displayName: 'End Time',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: `End of that span, at most ${MAX_SPAN_DAYS} days after Begin Time. A date alone stands for its end.`,
		},
	];
}

/** That of a file that is requested. */
export const requestedSpan = fileSpan('what the file holds');

/**
 * The span as an interface takes it.
 *
 * @throws AiccError for one that is turned round, or longer than the interface takes
 */
export function fileSpanFrom(
	inputs: Inputs,
	{ clock }: Pick<Endpoint, 'clock'>,
): Record<'beginTime' | 'endTime', string | undefined> {
	const begin = inputs.moment('beginTime');
	const given = inputs.moment('endTime');
	const end = given.isDay ? endOfDay(given) : given;
	const span = readSpan(begin, end, clock);
	inputs.checkSpan('endTime', 0, span);
	if (span > MAX_SPAN_DAYS * DAY) {
		throw inputs.complaint(
			'endTime',
			`is more than ${MAX_SPAN_DAYS} days after Begin Time: ${end.at.toISO()}`,
			'Enter an earlier End Time, and ask for the rest with another item.',
		);
	}
	return {
		beginTime: toIsalesText(begin, 'moment', clock),
		endTime: toIsalesText(end, 'moment', clock),
	};
}
