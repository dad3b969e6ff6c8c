import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'POST /rest/cmsapp/v1/openapi/vdn/queryivrprocessinnoinfo',
	body: { ccId: 1, vdn: 40 },
	gives: { id: '701', accessNo: '8800000', realFlag: 1, realFlagName: 'real' },
} satisfies OperationCase;
