/** Source: vendor page cec_07_1305; which code it has for a wrong span is made up. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { DAY_MS } from '../core/time';
import { hasEnded, stateOf, talkSeconds, TASK_TYPES, type MadeCall } from './shared/calls';

export const tryThese: TryThis[] = [
	{ ask: { taskType: '0' }, gives: 'calls of the last 20 days, 12 a day, a third of them notices' },
];

const WRONG_SPAN = '1';
const MAX_DAYS = 7;
const ALL_BUT_ITA = '0';

interface Asked {
	startTime: string;
	endTime: string;
	offset: string;
	limit: string;
	caller?: string;
	taskType?: string;
}

function isOfType(call: MadeCall, taskType: string | undefined): boolean {
	if (taskType === ALL_BUT_ITA) return call.taskType !== TASK_TYPES.ita;
	return taskType === undefined || call.taskType === taskType;
}

export default behaviour<Asked>('queryCallDetailRecord', (asked, platform) => {
	const { caller, taskType } = asked;
	const { now, data } = platform;
	const [begin, end] = [Number(asked.startTime), Number(asked.endTime)];
	if (end < begin || end - begin > MAX_DAYS * DAY_MS) {
		refuse(WRONG_SPAN, `endTime is not within ${MAX_DAYS} days of startTime`);
	}
	const found = data.madeCalls.filter(
		(call) =>
			hasEnded(call, now) &&
			call.startTime >= begin &&
			call.startTime <= end &&
			(caller === undefined || call.caller === caller) &&
			isOfType(call, taskType),
	);
	const offset = Number(asked.offset);
	const rows = found.slice(offset, offset + Number(asked.limit)).map((call) => ({
		callSerialNo: call.callSerialNo,
		caller: call.caller,
		called: call.called,
		callerPresent: call.callerPresent,
		agentPresent: call.agentPresent,
		startTime: call.startTime,
		alertingTime: call.alertingTime,
		talkingTime: call.talkingTime,
		releaseTime: call.endTime,
		endTime: call.endTime,
		talkDuration: talkSeconds(call),
		state: stateOf(call, now),
		reasonCode: call.reasonCode,
	}));
	return { result: { total: found.length, callInfo: rows } };
});
