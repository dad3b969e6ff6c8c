/** Source: vendor page cec_07_0288. Its answer has no code. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { KNOWN_CALL, makePastCalls } from './shared/pastCalls';

export const data: DataMakers = { pastCalls: () => makePastCalls() };

const TENANT = { subCcNo: '1', vdn: '40' };

export const tryThese: TryThis[] = [
	{ ask: { ...TENANT, beginDate: '1768464000000' }, gives: 'the calls of 15 January 2026, 60' },
	{ ask: { ...TENANT, callId: KNOWN_CALL }, gives: 'this call' },
	{ ask: { subCcNo: '1', vdn: '41', callId: KNOWN_CALL }, gives: 'no call: it is of another VDN' },
];

interface Asked {
	vdn: string;
	callId?: string;
	callerNo?: string;
	calleeNo?: string;
	beginDate?: string;
	endDate?: string;
	callType?: string;
	mediaType?: string;
	evaluationValue?: string;
}

const LAST = 9e15;

export default behaviour<Asked>('queryCallManualDetailInfo', (asked, { data: { pastCalls } }) => {
	const { callId, callerNo, calleeNo, callType, mediaType, evaluationValue } = asked;
	const { beginDate = 0, endDate = LAST } = asked;
	const isAsked = (wanted: string | undefined, own: string | number) =>
		wanted === undefined || String(own) === wanted;
	const found = pastCalls.filter(
		(call) =>
			String(call.vdn) === asked.vdn &&
			isAsked(callId, call.callId) &&
			isAsked(callerNo, call.callerNo) &&
			isAsked(calleeNo, call.calleeNo) &&
			isAsked(callType, call.callType) &&
			isAsked(mediaType, call.mediaType) &&
			isAsked(evaluationValue, call.rating.value) &&
			call.begin >= Number(beginDate) &&
			call.begin <= Number(endDate),
	);
	return {
		total: found.length,
		results: found.map(({ rating, begin, ...call }) => ({
			callId: call.callId,
			callerNo: call.callerNo,
			calleeNo: call.calleeNo,
			callType: call.callType,
			vdn: call.vdn,
			logDate: String(rating.at),
			callBegin: String(begin),
			evaluationValue: rating.value,
			evaluateObject: rating.object,
		})),
	};
});
