/** Results of a campaign's calls, each once, where the platform can push them to nobody. */
import type { JsonObject } from '../../../aicc/base/json';
import { momentOf, toIsalesText } from '../../../aicc/base/time';
import { callresult } from '../../../aicc/endpoints/isales/callresult';
import {
	listCallResults,
	type CallResultQuery,
} from '../../../aicc/endpoints/isales/callresult/listCallResults';
import { rowKey } from '../../../aicc/patterns/list/list';
import type { SendRequest } from '../../../aicc/patterns/sendRequest';
import { callResultItem, everyAttempt } from '../../shared/callResult';
import { vdnOptions } from '../../shared/descriptions';
import { campaignId, SERVICE_ID } from '../../shared/locator';
import { fingerprint } from '../content';
import { nothingToShow, SAMPLE_SIZE, type TriggerEvent } from '../event';
import { beginOf, newCalls, withGiven, type FinishedCall, type GivenCalls } from '../givenCalls';
import { lookOf, resultLookback } from '../lookback';
import type { TriggerInputs } from '../triggerInputs';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A result has the time of its call by the tenant's clock, which may be any: it is taken for UTC. Its
 * day is read as long as a poll begins within two days after that.
 */
function resultOf(record: JsonObject): FinishedCall {
	const time = momentOf(record.callTimeStr, 'utc')?.at.toMillis();
	return {
		id: fingerprint(rowKey(callresult.list, record)),
		record,
		time: time && time + 2 * DAY_MS,
	};
}

/** Of which campaign the results are. */
function campaignPath(inputs: TriggerInputs) {
	return { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
}

/**
 * The days of the results from a moment on, in epoch milliseconds. They are those of UTC and one more
 * before, so that the tenant's time zone does not matter; after, two more, as it is not documented
 * whether the last one counts.
 */
function daysSince(begin: number, now: number): Partial<CallResultQuery> {
	const dayOf = (millis: number) => {
		const moment = momentOf(millis, 'utc');
		return moment && toIsalesText(moment, 'day', 'utc');
	};
	return { beginTime: dayOf(begin - DAY_MS), endTime: dayOf(now + 2 * DAY_MS) };
}

async function readResults(
	ask: SendRequest,
	inputs: TriggerInputs,
	days: Partial<CallResultQuery>,
	wanted = Infinity,
): Promise<FinishedCall[]> {
	const query = { ...days, everyAttempt: inputs.isOn(everyAttempt.name) };
	const rows = await listCallResults(ask, campaignPath(inputs), query, wanted);
	return rows.map(resultOf);
}

export const callResultAdded: TriggerEvent<GivenCalls> = {
	option: {
		name: 'Call Result Added',
		value: 'callResultAdded',
		description: 'When a campaign has the result of a call, for an n8n that no push can reach',
	},
	endpoint: callresult,
	fields: [campaignId, everyAttempt, resultLookback, vdnOptions],
	scope: (inputs) => ({ ...campaignPath(inputs), everyAttempt: inputs.isOn(everyAttempt.name) }),

	async poll({ inputs, emitExisting, ask }, known) {
		const look = lookOf(inputs, resultLookback);
		const isWholeWanted = !known && emitExisting;
		const days = isWholeWanted ? {} : daysSince(beginOf(known, look), look.now);
		const results = await readResults(ask, inputs, days);
		const found = newCalls(known, results);
		if (known && found.length === 0) return { known, items: [] };
		const given = known || emitExisting ? found : [];
		// A campaign may have results of years, which no later poll reads.
		const begin = beginOf(known, look);
		const visible = results.filter(({ time = Infinity }) => !isWholeWanted || time >= begin);
		return {
			known: withGiven(known, visible, look),
			items: given.map(({ record }) => callResultItem(record)),
		};
	},

	async sample({ inputs, ask }) {
		lookOf(inputs, resultLookback);
		const results = await readResults(ask, inputs, {}, SAMPLE_SIZE);
		if (results.length === 0) throw nothingToShow('call results', 'there is one');
		return results.map(({ record }) => callResultItem(record));
	},
};
