/** Numbers to call, by campaign. */
import { DAY_MS, timeText } from '../../core/time';

/** A number to call, as a client added it. */
export interface NewCallData {
	called: string;
	sessionId?: string;
	caller?: string;
	customField?: string;
	recycleTime?: string;
	callData?: string;
}

/** A number of a campaign, as it was taken. */
export interface CallDataRecord extends NewCallData {
	dataId: string;
	/** Whether the number has been called, so that its record cannot be deleted any more. */
	isCalled: boolean;
}

declare module '../../core/data' {
	interface SimulatorData {
		/** By campaign, in the order in which the records were taken. */
		callData: Record<string, CallDataRecord[]>;
		/** Deleted records of callData that a client wanted kept, by campaign. */
		callDataHistory: Record<string, CallDataRecord[]>;
	}
}

/** @param now epoch milliseconds */
export function makeCallData(count: number, now: number): CallDataRecord[] {
	const today = Math.floor(now / DAY_MS) * DAY_MS;
	return Array.from({ length: count }, (_, index) => {
		const called = String(13_800_000_001 + index);
		return {
			dataId: String(1_801_234_567_890_000_001n + BigInt(index)),
			called,
			sessionId: `session-${called}`,
			customField: `batch-${(index % 3) + 1}`,
			...(index % 2 ? { recycleTime: timeText(today + (5 + (index % 5)) * DAY_MS) } : {}),
			isCalled: index % 3 === 2,
		};
	});
}
