import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.manyResults), returnAll: true },
	companions: { beginTime: { endTime: '2026-03-01' }, endTime: { beginTime: '2026-03-01' } },
	sends: `POST /rest/isales/v1/openapi/campaigns/40/callresult/${CAMPAIGN_IDS.manyResults}`,
	body: { pageNum: 1, pageSize: 500, showDetail: 0 },
	gives: {
		campaignId: CAMPAIGN_IDS.manyResults,
		sessionId: 'session-13700000001',
		called: '13700000001',
		callStatus: 5,
		failCode: '00604',
		resultCode: '006',
		vdnId: 40,
		callId: '1700000001-1',
		recordPath: '',
		callStatusName: 'failed',
	},
} satisfies OperationCase;
