/** Results of finished calls. */
import type { Body } from '../checks';
import { CODES, parameterError, Refused, success } from '../isalesAnswer';
import type { Platform, RecordedRequest } from '../platform';
import type { Answer } from '../service';
import type { Campaign } from './data';
import { dayField, intField, jsonFields, textField } from './fields';
import type { CallAttempt } from './makeResults';
import { DAY_MS, timeOf, timeText } from './time';

const FINAL = 0;
const EVERY_ATTEMPT = 1;
const MAX_PAGE_SIZES = { [FINAL]: 500, [EVERY_ATTEMPT]: 100 };
const MAX_WITHOUT_PAGES = 2000;
const MAX_DAYS = 30;

/** The last attempt at each number. */
export function finalResults(attempts: readonly CallAttempt[]): CallAttempt[] {
	const last = new Map<string, CallAttempt>();
	for (const attempt of attempts) {
		last.delete(attempt.called);
		last.set(attempt.called, attempt);
	}
	return [...last.values()];
}

/** Whether a call was made on one of the days that are asked for. */
function periodFilter(platform: Platform, fields: Body): (attempt: CallAttempt) => boolean {
	const begin = dayField(fields, 'beginTime');
	const lastDay = dayField(fields, 'endTime');
	if (begin === undefined && lastDay === undefined) return () => true;
	if (begin === undefined || lastDay === undefined) {
		throw new Refused(CODES.badCombination, 'beginTime and endTime must come together');
	}
	if (lastDay < begin || lastDay - begin > MAX_DAYS * DAY_MS) {
		throw new Refused(CODES.wrongValue, `endTime is not within ${MAX_DAYS} days of beginTime`);
	}
	const end = platform.behaviour.resultEndExclusive ? lastDay : lastDay + DAY_MS;
	return ({ callTimeStr }) => {
		const time = timeOf(callTimeStr);
		return time >= begin && time < end;
	};
}

/** The rows of a page. Both of its fields or none must be there. */
function pageOf(rows: CallAttempt[], fields: Body, maxSize: number): CallAttempt[] {
	const size = intField(fields, 'pageSize', { min: 1, max: maxSize });
	const page = intField(fields, 'pageNum', { min: 1 });
	if (size === undefined && page === undefined) return rows.slice(0, MAX_WITHOUT_PAGES);
	if (size === undefined || page === undefined) {
		throw new Refused(CODES.badCombination, 'pageSize and pageNum must come together');
	}
	return rows.slice((page - 1) * size, page * size);
}

/** Source: vendor page 0783. */
export function callResults(
	platform: Platform,
	{ id }: Campaign,
	request: RecordedRequest,
): Answer {
	const fields = jsonFields(request.body, [
		'sessionId',
		'customField',
		'pageSize',
		'pageNum',
		'showDetail',
		'beginTime',
		'endTime',
	]);
	const sessionId = textField(fields, 'sessionId', { max: 32 });
	const customField = textField(fields, 'customField');
	const showDetail = intField(fields, 'showDetail', { oneOf: [FINAL, EVERY_ATTEMPT] }) ?? FINAL;
	const isInPeriod = periodFilter(platform, fields);
	const attempts = platform.data.callResults[id] ?? [];
	const found = (showDetail === EVERY_ATTEMPT ? attempts : finalResults(attempts)).filter(
		(attempt) =>
			(!sessionId || attempt.sessionId === sessionId) &&
			(!customField || attempt.customField === customField) &&
			isInPeriod(attempt),
	);
	const maxSize = MAX_PAGE_SIZES[showDetail === EVERY_ATTEMPT ? EVERY_ATTEMPT : FINAL];
	const rows = pageOf(found, fields, maxSize).map((attempt) => ({
		campaignId: attempt.campaignId,
		sessionId: attempt.sessionId,
		called: attempt.called,
		callTimeStr: attempt.callTimeStr,
		callStatus: attempt.callStatus,
		failCode: attempt.failCode,
		resultCode: attempt.resultCode,
		vdnId: attempt.vdnId,
		callId: attempt.callId,
		recordPath: attempt.recordPath,
	}));
	return success('query callResult', { totalCount: found.length, data: rows });
}

const RING_AFTER_MS = 2_000;
const ANSWER_AFTER_MS = 9_000;
const SIGNATURE_LIFE_MS = 60 * 60 * 1000;

/** The sample has the status as text, other than the list. Source: vendor page 0784. */
export function callResult(platform: Platform, callId: string): Answer {
	const call = Object.values(platform.data.callResults)
		.flat()
		.find((attempt) => attempt.callId === callId);
	if (!call) return parameterError(`The call ${callId} does not exist`);
	const begin = timeOf(call.callTimeStr);
	const answered = begin + ANSWER_AFTER_MS;
	const expires = Math.floor((platform.now + SIGNATURE_LIFE_MS) / 1000);
	return success('query callResultDetail', {
		data: {
			called: call.called,
			ackBeginTime: timeText(begin + RING_AFTER_MS),
			callBeginTime: call.talkSeconds > 0 ? timeText(answered) : '',
			callEndTime: timeText(answered + call.talkSeconds * 1000),
			callStatus: String(call.callStatus),
			failCode: call.failCode,
			resultCode: call.resultCode,
			vdnId: call.vdnId,
			callId,
			recordPath: call.recordPath && `${call.recordPath}?Expires=${expires}&Signature=made-up`,
		},
	});
}
