import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { skillId: byId('139'), returnAll: true },
	sends: 'POST /rest/cmsapp/v1/openapi/skill/queuedevicestatus',
	body: { ccId: 1, vdn: 40, skillId: 139 },
	gives: { callId: '1700000000000-100010', requestType: 1 },
} satisfies OperationCase;
