/** Source: vendor page cec_07_0048. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { KNOWN_CALL } from './shared/pastCalls';

const SPAN = { beginTime: 1_768_464_000_000, endTime: 1_768_550_400_000 };

/** What the page has for whatever failed. */
const FAILURE = '-1';

export const tryThese: TryThis[] = [
	{ ask: { ...SPAN, callId: KNOWN_CALL }, gives: 'the rating of this call, 5' },
	{ ask: { ...SPAN, callId: '1768464000-100003' }, gives: 'the caller did not reply' },
	{ ask: { ...SPAN, callId: '1' }, gives: 'no rating: what is given is empty' },
	{
		ask: { callId: KNOWN_CALL, beginTime: SPAN.endTime, endTime: SPAN.beginTime },
		code: FAILURE,
		gives: 'the span ends before it begins',
	},
];

interface Asked {
	callId: string;
	beginTime: number;
	endTime: number;
}

export default behaviour<Asked>('satisfactionQuery', (asked, { data: { pastCalls } }) => {
	const { callId, beginTime, endTime } = asked;
	if (beginTime > endTime) refuse(FAILURE, 'The span ends before it begins');
	const rating = pastCalls.find((call) => call.callId === callId)?.rating;
	if (!rating || rating.at < beginTime || rating.at > endTime) {
		return { satisfactionEvaluations: {} };
	}
	return {
		satisfactionEvaluations: {
			evaluationValue: rating.value,
			channel: rating.channel,
			npsScore: Math.max(0, 2 * Number(rating.value)),
			evaluationTime: rating.at,
			fcrValue: Number(Number(rating.value) > 3),
			evaluateObject: rating.object,
		},
	};
});
