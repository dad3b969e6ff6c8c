import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		name: 'Spring offer',
		deviceType: 2,
		beginTime: '2099-03-01T08:00:00Z',
		endTime: '2099-03-31T18:00:00Z',
		callerNumbers: '6666601, 6666602',
		maxAlertingTime: 30,
		scheduleParam: '{"workdayBeginTime1": "09:00", "workdayEndTime1": "18:00"}',
	},
	sends: 'POST /rest/isales/v2/openapi/campaigns/40',
	body: {
		name: 'Spring offer',
		deviceType: 2,
		strBeginTime: '2099-03-01 08:00:00',
		strEndTime: '2099-03-31 18:00:00',
		callerNo: [{ accessCode: '6666601' }, { accessCode: '6666602' }],
		maxAlertingTime: 30,
		scheduleParam: { workdayBeginTime1: '09:00', workdayEndTime1: '18:00' },
	},
	gives: { success: true, campaignId: '1711234567890000001', name: 'Spring offer' },
} satisfies OperationCase;
