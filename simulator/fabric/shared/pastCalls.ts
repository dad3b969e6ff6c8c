/** Calls of the past, with what the callers said of them. */

/** A call of the past, and how it was rated. */
export interface PastCall {
	callId: string;
	callerNo: string;
	calleeNo: string;
	callType: number;
	mediaType: number;
	vdn: number;
	/** Epoch milliseconds. */
	begin: number;
	rating: { value: string; channel: string; at: number; object: string };
}

declare module '../../core/data' {
	interface SimulatorData {
		pastCalls: PastCall[];
	}
}

const CALLS = 60;
/** 2026-01-15 08:00 UTC. */
const FIRST_BEGIN = 1_768_464_000_000;
const MINUTE = 60_000;
const MINUTES_APART = 10;
const VDN = 40;

const VALUES = ['5', '4', '-1', '5', '3', '1', '-2', '2'];
const CHANNELS = ['audio', 'MSG', 'WEB'];
const TYPES = [0, 0, 1, 0, 2, 12];

/** A call that there is at any size. */
export const KNOWN_CALL = '1768464000-100001';

/** Calls ten minutes apart, from 2026-01-15 08:00 UTC. */
export function makePastCalls(count = CALLS): PastCall[] {
	return Array.from({ length: count }, (_, index) => {
		const begin = FIRST_BEGIN + index * MINUTES_APART * MINUTE;
		return {
			callId: `1768464000-${100_001 + index}`,
			callerNo: `9000${String(index + 1).padStart(3, '0')}`,
			calleeNo: `9900${String(index % 7).padStart(3, '0')}`,
			callType: TYPES[index % TYPES.length] ?? 0,
			mediaType: index % 9 === 8 ? 53 : 5,
			vdn: VDN,
			begin,
			rating: {
				value: VALUES[index % VALUES.length] ?? '5',
				channel: CHANNELS[index % CHANNELS.length] ?? 'audio',
				at: begin + 5 * MINUTE,
				object: `agent${String(index + 1).padStart(3, '0')}`,
			},
		};
	});
}
