/** Made-up results of calls, over the last weeks. */
import { DAY_MS, timeText } from '../../core/time';

/** One attempt to call a number. */
export interface CallAttempt {
	campaignId: string;
	sessionId: string;
	called: string;
	callTimeStr: string;
	/** 5 failed, 6 succeeded. */
	callStatus: number;
	/** An OBS code; empty for a call that succeeded. */
	failCode: string;
	/** The external result that the OBS code stands for. */
	resultCode: string;
	vdnId: number;
	callId: string;
	customField: string;
	/** Empty for a call that failed. */
	recordPath: string;
	/** 0 for a call that failed. */
	talkSeconds: number;
}

declare module '../../core/data' {
	interface SimulatorData {
		/** Every attempt to call, by campaign and time. */
		callResults: Record<string, CallAttempt[]>;
	}
}

const SPAN_DAYS = 70;

const MAX_ATTEMPTS = 3;

const RETRY_AFTER_MS = 10 * 60 * 1000;

/** As the made-up external results have them. */
const FAILURES = [
	{ failCode: '00603', resultCode: '005' },
	{ failCode: '00604', resultCode: '006' },
	{ failCode: '00605', resultCode: '007' },
];

type EndOfCall = Pick<
	CallAttempt,
	'callStatus' | 'failCode' | 'resultCode' | 'callId' | 'recordPath' | 'talkSeconds'
>;

/**
 * How a call ended.
 *
 * @param serial of the number
 * @param failure which of the failures it was, in turn; undefined for a call that succeeded
 */
export function endOfCall(callId: string, serial: number, failure?: number): EndOfCall {
	const failed = failure === undefined ? undefined : FAILURES[failure % FAILURES.length];
	return {
		callStatus: failed ? 5 : 6,
		failCode: failed?.failCode ?? '',
		resultCode: failed?.resultCode ?? '',
		callId,
		recordPath: failed ? '' : `https://records.obs.example.com/${callId}.wav`,
		talkSeconds: failed ? 0 : 20 + (serial % 100),
	};
}

type CampaignOf = Pick<CallAttempt, 'campaignId' | 'vdnId'>;

/**
 * Attempts at one number, with their times in epoch milliseconds.
 *
 * @param serial of the number
 */
function makeAttempts(
	campaign: CampaignOf,
	serial: number,
	lastAt: number,
): Array<[at: number, attempt: CallAttempt]> {
	const called = String(13_700_000_001 + serial);
	const count = 1 + (((serial * 7) % 5) % MAX_ATTEMPTS);
	return Array.from({ length: count }, (_, index) => {
		const at = lastAt - (count - 1 - index) * RETRY_AFTER_MS;
		const callSerial = serial * MAX_ATTEMPTS + index + 1;
		const callId = `${1_700_000_000 + callSerial}-${callSerial}`;
		const isFailed = index < count - 1 || serial % 4 === 0;
		const attempt = {
			campaignId: campaign.campaignId,
			vdnId: campaign.vdnId,
			sessionId: `session-${called}`,
			called,
			callTimeStr: timeText(at),
			customField: `batch-${(serial % 5) + 1}`,
			...endOfCall(callId, serial, isFailed ? callSerial : undefined),
		};
		return [at, attempt];
	});
}

/**
 * Attempts at calls of a campaign, from one to three for each number, by time.
 *
 * @param count called numbers
 * @param firstSerial how many other numbers were called before, so that all calls differ
 * @param now epoch milliseconds
 */
export function makeResults(
	campaign: CampaignOf,
	count: number,
	firstSerial: number,
	now: number,
): CallAttempt[] {
	const span = SPAN_DAYS * DAY_MS;
	return Array.from({ length: count }, (_, index) =>
		makeAttempts(campaign, firstSerial + index, now - (span * (count - index)) / (count + 1)),
	)
		.flat()
		.sort(([a], [b]) => a - b)
		.map(([, attempt]) => attempt);
}

/** The last attempt at each number. */
export function finalAttempts(attempts: readonly CallAttempt[]): CallAttempt[] {
	const last = new Map<string, CallAttempt>();
	for (const attempt of attempts) {
		last.delete(attempt.called);
		last.set(attempt.called, attempt);
	}
	return [...last.values()];
}
