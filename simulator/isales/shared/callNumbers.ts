/** Calls the numbers that wait in running campaigns, as the platform does in its own time. */
import type { Platform } from '../../core/platform';
import { timeText } from '../../core/time';
import { endOfCall, type CallAttempt } from './callAttempts';
import type { CallDataRecord } from './callData';
import { RUNNING, type Campaign } from './campaigns';

/** Every third call is not answered, or fails in another way. */
const FAILED_EVERY = 3;

const FIRST_CALL = 1_900_000_000;

function callOnce(
	{ options, now }: Platform,
	{ id }: Campaign,
	{ called, sessionId, customField }: CallDataRecord,
	serial: number,
): CallAttempt {
	const failure = serial % FAILED_EVERY === 0 ? serial / FAILED_EVERY : undefined;
	const callId = `${FIRST_CALL + serial}-${serial}`;
	return {
		campaignId: id,
		vdnId: options.account.vdnId,
		sessionId: sessionId ?? '',
		called,
		callTimeStr: timeText(now),
		customField: customField ?? '',
		...endOfCall(callId, serial, failure),
	};
}

/**
 * Calls everybody who waits, once. The results can be asked for from then on.
 *
 * @returns how many were called
 */
export function callNumbers(platform: Platform): number {
	const { campaigns, callData, callResults } = platform.data;
	let count = 0;
	for (const campaign of campaigns.filter(({ status }) => status === RUNNING)) {
		const waiting = (callData[campaign.id] ?? []).filter(({ isCalled }) => !isCalled);
		const results = (callResults[campaign.id] ??= []);
		for (const record of waiting) {
			record.isCalled = true;
			results.push(callOnce(platform, campaign, record, platform.nextSerial()));
		}
		count += waiting.length;
	}
	return count;
}
