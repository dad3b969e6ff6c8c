import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: {
		campaignId: byId(CAMPAIGN_IDS.paused),
		name: 'Summer offer',
		deviceType: 2,
		beginTime: '2099-06-01T08:00:00Z',
		endTime: '2099-06-30',
		callerNumbers: '[{"accessCode": "6666601", "priority": 2}, "6666602"]',
		maxAlertingTime: 45,
		scheduleParam: '{"workdayBeginTime1": "10:00", "workdayEndTime1": "16:00"}',
		options: {},
	},
	sends: `PUT /rest/isales/v2/openapi/campaigns/40/${CAMPAIGN_IDS.paused}`,
	body: {
		name: 'Summer offer',
		deviceType: 2,
		strBeginTime: '2099-06-01 08:00:00',
		strEndTime: '2099-06-30 23:59:59',
		callerNo: [{ accessCode: '6666601', priority: 2 }, { accessCode: '6666602' }],
		maxAlertingTime: 45,
		scheduleParam: { workdayBeginTime1: '10:00', workdayEndTime1: '16:00' },
	},
	gives: { success: true, campaignId: CAMPAIGN_IDS.paused },
} satisfies OperationCase;
