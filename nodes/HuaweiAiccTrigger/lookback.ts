/** How far back the polls for calls look. */
import type { INodeProperties } from 'n8n-workflow';

import type { Look } from './givenCalls';
import type { TriggerInputs } from './triggerInputs';

const MINUTE_MS = 60_000;

const DAY = 24 * 60;

/** No record of CC-CMS is older. Source: vendor page cec_07_0607, `beginDate`. */
const MAX_OF_RECORDS = 2 * DAY;

/** Then all days are in one query, which takes 30. Source: vendor page cec_07_0783. */
const MAX_OF_RESULTS = 21 * DAY;

const lookback = (maxValue: number, description: string): INodeProperties => ({
	displayName: 'Lookback',
	name: 'lookback',
	type: 'number',
	typeOptions: { minValue: 1, maxValue, numberPrecision: 0 },
	default: 120,
	description,
	hint: 'In minutes',
});

/** For the records of calls. */
export const recordLookback = lookback(
	MAX_OF_RECORDS,
	'How many minutes back each poll looks: longer than your longest call lasts from its arrival to its record, since a record may have the time at which its call began. At most 2880 (two days); the shorter, the fewer requests.',
);

/** For the results of a campaign's calls. */
export const resultLookback = lookback(
	MAX_OF_RESULTS,
	'How many minutes after the time of its call a result may appear and is still found. The days of that time are read whole, and the day before them. At most 30240 (three weeks); the shorter, the fewer requests.',
);

/**
 * How a poll looks that begins now.
 *
 * @param field the one that the event has
 * @param clockOffset milliseconds from our clock to the one that counts
 */
export function lookOf(
	inputs: TriggerInputs,
	{ name, typeOptions }: INodeProperties,
	clockOffset = 0,
): Look {
	const range = { min: 1, max: typeOptions?.maxValue };
	const minutes = inputs.needed(name, inputs.optionalNumber(name, range));
	return { now: Date.now() + clockOffset, lookback: minutes * MINUTE_MS };
}
