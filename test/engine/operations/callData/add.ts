import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.empty), calledNumber: '13600000001' },
	also: [{ calledNumber: '138-0000-0001', options: { cleanNumbers: true } }],
	sends: `POST /rest/isales/v1/openapi/campaigns/40/calldata/${CAMPAIGN_IDS.empty}`,
	body: { callDataList: [{ called: '13600000001' }] },
	gives: { called: '13600000001', dataId: '1802345678901000001' },
} satisfies OperationCase;
