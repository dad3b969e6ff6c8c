/** Calls of CC-CMS that are over, each once. */
import { AiccError, findAiccError } from '../../../aicc/base/errors';
import type { JsonObject } from '../../../aicc/base/json';
import { querycallsV2 } from '../../../aicc/endpoints/cms/querycallsV2';
import { listCallRecords } from '../../../aicc/endpoints/cms/querycallsV2/listCallRecords';
import { recordWindow } from '../../../aicc/endpoints/cms/querycallsV2/window';
import type { SendRequest } from '../../../aicc/patterns/sendRequest';
import { callRecordItem } from '../../shared/callRecord';
import { callFilters, directions, wantedCalls } from '../../shared/callRecordQuery';
import { cmsNumberOptions } from '../../shared/descriptions';
import { withTimeZone } from '../../shared/recordSpan';
import { SAMPLE_SIZE, type TriggerEvent } from '../event';
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
	try {
		const records = await read(now).catch(async (failure: unknown) => {
			// Just after midnight it may still be yesterday by the service's clock: it refuses our today.
			const today = now - CLOCK_DIFFERENCE;
			const isToday = recordWindow(today, zone).end === recordWindow(now, zone).end;
			if (isToday || findAiccError(failure)?.kind !== 'service') throw failure;
			return await read(today);
		});
		return finishedCalls(records, look);
	} catch (failure) {
		throw withTimeZone(failure, zone);
	}
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

	async poll({ inputs, emitExisting, ask }, known) {
		const look = lookOf(inputs, recordLookback);
		const isWholeWanted = !known && emitExisting;
		const calls = await callsSince(ask, inputs, isWholeWanted ? 0 : beginOf(known, look), look);
		const found = newCalls(known, calls);
		if (known && found.length === 0) return { known, items: [] };
		const given = known || emitExisting ? found : [];
		return {
			known: withGiven(known, calls, look),
			items: given.map(({ record }) => callRecordItem(record)),
		};
	},

	async sample({ inputs, ask }) {
		const calls = await callsSince(ask, inputs, 0, lookOf(inputs, recordLookback), SAMPLE_SIZE);
		if (calls.length === 0) {
			throw new AiccError('input', 'There are no call records to show as a sample', {
				description:
					'Nothing is wrong with the trigger: once it is active it gives an item when a call is over.',
			});
		}
		return calls.map(({ record }) => callRecordItem(record));
	},
};
