/** Calls of CC-CMS that are over, each once. */
import { findAiccError } from '../../../aicc/base/errors';
import type { JsonObject } from '../../../aicc/base/json';
import { querycallsV2 } from '../../../aicc/endpoints/cms/querycallsV2';
import { listCallRecords } from '../../../aicc/endpoints/cms/querycallsV2/listCallRecords';
import { recordWindow } from '../../../aicc/endpoints/cms/querycallsV2/window';
import type { SendRequest } from '../../../aicc/patterns/sendRequest';
import { callRecordItem } from '../../shared/callRecord';
import { callFilters, directions, wantedCalls } from '../../shared/callRecordQuery';
import { cmsNumberOptions } from '../../shared/descriptions';
import { withTimeZone } from '../../shared/recordSpan';
import { nothingToShow, SAMPLE_SIZE, type PollTools, type TriggerEvent } from '../event';
import { finishedCalls } from '../finishedCalls';
import {
	beginOf,
	CLOCK_DIFFERENCE,
	newCalls,
	withGiven,
	type FinishedCall,
	type GivenCalls,
	type Look,
} from '../givenCalls';
import { lookOf, recordLookback } from '../lookback';
import type { TriggerInputs } from '../triggerInputs';

interface Span {
	/** Epoch milliseconds. */
	begin: number;
	now: number;
	/** Any moment of the day that is today by the service's clock, in epoch milliseconds. */
	today: number;
	/** How many records are looked at. */
	wanted: number;
}

/**
 * The records of calls from a moment on. The service has none of before yesterday, and refuses to look
 * there, as it does after today. Its clock may be ahead of ours, so as much later is asked for, and no
 * later than that: by another time zone than the one here today may end hours before.
 */
async function recordsSince(
	ask: SendRequest,
	inputs: TriggerInputs,
	{ begin, now, today, wanted }: Span,
): Promise<JsonObject[]> {
	const window = recordWindow(today, inputs.zone);
	const query = {
		...wantedCalls(inputs),
		begin: Math.max(begin, window.begin),
		end: Math.min(now + CLOCK_DIFFERENCE, window.end),
	};
	return await listCallRecords(ask, query, wanted);
}

/** The calls that are over, of those from a moment on. @param wanted how many records are looked at */
async function callsSince(
	ask: SendRequest,
	inputs: TriggerInputs,
	begin: number,
	look: Look,
	wanted = Infinity,
): Promise<FinishedCall[]> {
	const { now } = look;
	const { zone } = inputs;
	const read = async (today: number) =>
		await recordsSince(ask, inputs, { begin, now, today, wanted });
	// Around midnight it may be another day by the service's clock: it refuses our today, or our yesterday.
	const [otherDay] = [now - CLOCK_DIFFERENCE, now + CLOCK_DIFFERENCE].filter(
		(time) => recordWindow(time, zone).end !== recordWindow(now, zone).end,
	);
	try {
		const records = await read(now).catch(async (failure: unknown) => {
			const isRefused = findAiccError(failure)?.kind === 'service';
			if (otherDay === undefined || !isRefused) throw failure;
			return await read(otherDay);
		});
		return finishedCalls(records, look);
	} catch (failure) {
		throw withTimeZone(failure, zone);
	}
}

/**
 * Looks by the service's clock. Should that be far from ours, it is known when the service has refused
 * the first signature: what was looked for until then was of another time, and is looked for anew.
 */
async function byItsClock<T>(
	{ inputs, clockOffset }: PollTools,
	work: (look: Look) => Promise<T>,
): Promise<T> {
	const offset = clockOffset();
	const first = work(lookOf(inputs, recordLookback, offset));
	await first.catch(() => undefined);
	if (clockOffset() === offset) return await first;
	return await work(lookOf(inputs, recordLookback, clockOffset()));
}

export const callRecordAdded: TriggerEvent<GivenCalls> = {
	option: {
		name: 'Call Record Added',
		value: 'callRecordAdded',
		description: 'When a call is over and its record is there',
	},
	endpoint: querycallsV2,
	fields: [directions, recordLookback, callFilters, cmsNumberOptions],
	scope: (inputs) => ({ ...wantedCalls(inputs) }),

	async poll(tools, known) {
		const { inputs, emitExisting, ask } = tools;
		const isWholeWanted = !known && emitExisting;
		const { look, calls } = await byItsClock(tools, async (look) => {
			const begin = isWholeWanted ? 0 : beginOf(known, look);
			return { look, calls: await callsSince(ask, inputs, begin, look) };
		});
		const found = newCalls(known, calls);
		if (known && found.length === 0) return { known, items: [] };
		const given = known || emitExisting ? found : [];
		return {
			known: withGiven(known, calls, look),
			items: given.map(({ record }) => callRecordItem(record)),
		};
	},

	async sample(tools) {
		const { inputs, ask } = tools;
		const calls = await byItsClock(
			tools,
			async (look) => await callsSince(ask, inputs, 0, look, SAMPLE_SIZE),
		);
		if (calls.length === 0) throw nothingToShow('call records', 'a call is over');
		return calls.map(({ record }) => callRecordItem(record));
	},
};
