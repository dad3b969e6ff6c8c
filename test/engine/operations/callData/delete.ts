import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.paused), filters: { calledNumber: '13800000001' } },
	also: [
		{
			filters: {
				calledNumber: '138-0000-0002',
				customField: 'batch-1',
				recycleTime: '2030-01-01T00:00:00',
				recycleType: '1',
				sessionId: 'session-13800000002',
			},
			options: { cleanNumbers: true },
		},
	],
	companions: { recycleType: { recycleTime: '2030-01-01T00:00:00' } },
	sends: `POST /rest/isales/v1/openapi/campaigns/40/calldata/${CAMPAIGN_IDS.paused}/delete`,
	body: { called: '13800000001' },
	gives: { deleted: true, campaignId: CAMPAIGN_IDS.paused, calledNumber: '13800000001' },
} satisfies OperationCase;
