/** Source: vendor page 0781. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { DAY_MS } from '../core/time';
import { makeAppointments, type Appointment } from './shared/appointments';
import { text } from './shared/fields';

export const data: DataMakers = {
	appointments: (_, now) => makeAppointments(Math.floor(now / DAY_MS) * DAY_MS),
};

export const tryThese: TryThis[] = [
	{ ask: { offset: 0, limit: 100 }, gives: 'the first of 130 appointments, one an hour' },
];

interface Asked {
	calledNo?: unknown;
	userAccountList?: unknown[];
	beginTime?: unknown;
	endTime?: unknown;
	taskId?: unknown;
	offset: number;
	limit: number;
}

export default behaviour<Asked>('appointList', (asked, { data: { appointments } }) => {
	const { userAccountList, beginTime, endTime, offset, limit } = asked;
	const calledNo = text('calledNo', asked.calledNo);
	const taskId = text('taskId', asked.taskId);
	const isMeant = (one: Appointment) =>
		(calledNo === undefined || one.calledNo === calledNo) &&
		(taskId === undefined || one.taskId === taskId) &&
		(userAccountList === undefined || userAccountList.includes(one.userAccount)) &&
		(beginTime === undefined || one.appointTime >= Number(beginTime)) &&
		(endTime === undefined || one.appointTime <= Number(endTime));
	const found = appointments.filter(isMeant);
	return {
		totalCount: found.length,
		data: found
			.slice(offset, offset + limit)
			.map(({ appointId, callType, appointTime, calledNo: number, taskId: task }) => ({
				appointId,
				callType,
				appointTime,
				calledNo: number,
				taskId: task,
			})),
	};
});
