/** Source: vendor page cec_07_0055. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { callWith, hasEnded, KNOWN_CALL, madeCalls, stateOf } from './shared/calls';

export const data = madeCalls;

export const tryThese: TryThis[] = [
	{ ask: { callSerialNo: KNOWN_CALL }, gives: 'a call that has ended' },
	{
		ask: { callSerialNo: '1700000000000000999' },
		code: '1',
		gives: 'a failure, as for every number that nobody was given',
	},
];

const FAILED = '1';
const WRONG_FORMAT = '3';

export default behaviour<{ callSerialNo: string }>(
	'queryCallState',
	({ callSerialNo }, platform) => {
		if (!/^\d+$/.test(callSerialNo)) refuse(WRONG_FORMAT, 'The format of callSerialNo is wrong');
		const call = callWith(platform, callSerialNo) ?? refuse(FAILED, 'The query failed');
		const { now } = platform;
		const { caller, called, callData, callerPresent, agentPresent } = call;
		const isOver = hasEnded(call, now);
		return {
			result: {
				state: stateOf(call, now),
				...(isOver && { reasonCode: call.reasonCode }),
				callData,
				caller,
				called,
				startTime: String(call.startTime),
				...(isOver && { endTime: String(call.endTime) }),
				callerPresent,
				agentPresent,
			},
		};
	},
);
