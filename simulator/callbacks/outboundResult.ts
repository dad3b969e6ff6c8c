/**
 * Results of calls, when they end.
 *
 * Source: vendor page 0788.
 */
import { behaviour } from '../core/behaviour';
import type { PushSettings } from '../core/pushed';

/** Which results are pushed. */
export interface PushRequest extends PushSettings {
	/** Whose results, when none are given. */
	campaignId?: string;
	/** So many of the newest results; 1 unless told. */
	count?: number;
	/** Leaves out so many of the newest first. */
	skip?: number;
}

export default behaviour<PushRequest>(
	'outboundResult',
	({ campaignId = '', count = 1, skip = 0 }, { data }) => {
		const attempts = data.callResults[campaignId] ?? [];
		const end = Math.max(0, attempts.length - skip);
		const results = attempts.slice(Math.max(0, end - count), end);
		if (results.length === 0) throw new Error(`The campaign ${campaignId} has no such results`);
		return results.map((attempt) => ({
			campaignId: attempt.campaignId,
			sessionId: attempt.sessionId,
			called: attempt.called,
			callTimeStr: attempt.callTimeStr,
			callStatus: attempt.callStatus,
			failCode: attempt.failCode,
			vdnId: attempt.vdnId,
			callId: attempt.callId,
			customField: attempt.customField,
			recordPath: attempt.recordPath,
		}));
	},
);
