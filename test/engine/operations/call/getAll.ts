import type { OperationCase } from '../../operationCase';

const DAY_MS = 24 * 60 * 60 * 1000;
const end = Date.now() - 15 * DAY_MS;
const begin = end - 6 * DAY_MS;

export default {
	parameters: {
		beginTime: new Date(begin).toISOString(),
		endTime: new Date(end).toISOString(),
		returnAll: true,
		filters: { callerNumber: '9000001' },
	},
	sends: 'POST /apiaccess/CC-Management/v1/mobileAgent/queryCallDetailRecord',
	body: {
		startTime: String(begin),
		endTime: String(end),
		offset: '0',
		limit: '100',
		caller: '9000001',
	},
	gives: {
		callSerialNo: '1700000000000000001',
		callerNumber: '9000001',
		called: '13500000000',
		callerPresent: '99104729',
		talkDuration: 30,
		state: 3,
		reasonCode: 0,
	},
} satisfies OperationCase;
