import { callresult } from '../../../../aicc/endpoints/isales/callresult';
import type { CallResultQuery } from '../../../../aicc/endpoints/isales/callresult/listCallResults';
import { endOfDay, isMidnight, nowIn, toIsalesText, type Moment } from '../../../../aicc/base/time';
import type { Inputs } from '../../../shared/inputs';
import { bothEnds } from '../../shared/bothEnds';

const BEGIN = 'filters.beginTime';
const END = 'filters.endTime';

/** Longer than anybody keeps results; so much at once is a slip of the pen. */
const MAX_YEARS = 10;

function checkOrder(inputs: Inputs, begin: Moment, end: Moment): void {
	if (begin.at.toMillis() > end.at.toMillis()) {
		throw inputs.complaint(
			END,
			`is before Begin Time: ${end.at.toISO()}`,
			'Enter the first day as Begin Time and the last one as End Time.',
		);
	}
	// An end in the far future stands for none.
	const last = Math.min(end.at.toMillis(), nowIn(inputs.zone).at.toMillis());
	if (begin.at.plus({ years: MAX_YEARS }).toMillis() < last) {
		throw inputs.complaint(
			BEGIN,
			`is more than ten years before End Time: ${begin.at.toISO()}`,
			'Enter a later Begin Time.',
		);
	}
}

/** What the span is as text by the clock of the interface. */
function textOf(moment: Moment, form: 'moment' | 'day'): string | undefined {
	return toIsalesText(moment, form, callresult.clock);
}

/**
 * From when to when results are wanted. The service looks at days only (vendor page cec_07_0783);
 * when one of the two has a time of day, `from` and `to` say which rows of these days are meant.
 */
export function spanOf(inputs: Inputs): Partial<CallResultQuery> {
	const ends = bothEnds(inputs, BEGIN, END);
	if (!ends) return {};
	const [begin, end] = ends;
	const areDays = [begin, end].every((moment) => moment.isDay || isMidnight(moment));
	const last = areDays || end.isDay ? endOfDay(end) : end;
	checkOrder(inputs, begin, last);
	return {
		beginTime: textOf(begin, 'day'),
		endTime: textOf(end, 'day'),
		today: textOf(nowIn(inputs.zone), 'day'),
		...(!areDays && { from: textOf(begin, 'moment'), to: textOf(last, 'moment') }),
	};
}
