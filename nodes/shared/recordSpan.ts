import { AiccError, findAiccError } from '../../aicc/base/errors';
import { KEPT_CALLS } from '../../aicc/endpoints/cms/product';
import {
	inWords,
	recordWindow,
	type RecordWindow,
} from '../../aicc/endpoints/cms/querycallsV2/window';
import type { Inputs } from './inputs';

/**
 * The span of Begin Time and End Time, which must be within what CC-CMS keeps.
 *
 * @param now epoch milliseconds
 * @throws AiccError that names the field and the window
 */
export function recordSpan(inputs: Inputs, now: number): RecordWindow {
	const { zone } = inputs;
	const { beginTime, endTime } = inputs.span('beginTime', 'endTime');
	const { begin, end } = recordWindow(now, zone);
	const window = `${inWords(begin, zone)} to ${inWords(end, zone)} (${zone})`;
	const remedy = `${KEPT_CALLS} Enter a time from ${window}.`;
	if (beginTime < begin) {
		const what = `is before yesterday 00:00:00: ${inWords(beginTime, zone)}`;
		throw inputs.complaint('beginTime', what, remedy);
	}
	// The last second of today counts as a whole.
	if (Math.floor(endTime / 1000) * 1000 > end) {
		const what = `is after today 23:59:59: ${inWords(endTime, zone)}`;
		throw inputs.complaint('endTime', what, remedy);
	}
	return { begin: Math.min(beginTime, end), end: Math.min(endTime, end) };
}

/** A refusal of a span, with what else may be its cause. */
export function withTimeZone(failure: unknown, zone: string): unknown {
	const known = findAiccError(failure);
	if (known?.kind !== 'service') return failure;
	const advice = `The service refuses calls of other days than yesterday and today by the tenant's clock. Times here are those of ${zone}: if that is not the tenant's, set Time Zone in the credential.`;
	const description = [known.description, advice].filter(Boolean).join(' ');
	return new AiccError(known.kind, known.message, { ...known, description });
}
