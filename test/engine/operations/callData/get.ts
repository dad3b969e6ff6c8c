import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.paused), dataId: '1801234567890000001' },
	sends: `GET /rest/isales/v1/openapi/campaigns/40/calldata/${CAMPAIGN_IDS.paused}/1801234567890000001`,
	gives: {
		campaignId: CAMPAIGN_IDS.paused,
		dataId: '1801234567890000001',
		properties: [
			{ propCode: 'sessionId', propName: 'Session ID', propValue: 'session-13800000001' },
			{ propCode: 'customField', propName: 'Custom field', propValue: 'batch-1' },
		],
		calledNos: [{ calledNo: '13800000001', type: '' }],
	},
} satisfies OperationCase;
