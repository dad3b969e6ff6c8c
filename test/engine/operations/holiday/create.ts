import { byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

const campaignId = byId(CAMPAIGN_IDS.empty);

export default {
	parameters: {
		campaignId,
		name: 'Spring festival',
		type: 2,
		additionalFields: { beginTime: '2099-01-21', endTime: '2099-01-27' },
	},
	also: [
		{ campaignId, name: 'Weekend', type: 1, additionalFields: { week: ['6', '7'] } },
		{
			campaignId,
			name: 'New year',
			type: 3,
			additionalFields: { beginTime: '2099-01-01', endTime: '2099-01-02' },
		},
	],
	apart: ['week'],
	sends: `POST /rest/isales/v1/openapi/campaigns/40/holiday/${CAMPAIGN_IDS.empty}`,
	body: { name: 'Spring festival', type: 2, beginTime: '2099-01-21', endTime: '2099-01-27' },
	gives: { success: true, campaignId: CAMPAIGN_IDS.empty, name: 'Spring festival' },
} satisfies OperationCase;
