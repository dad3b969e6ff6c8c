import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'POST /apiaccess/rest/cc-management/v1/ivrFlow/queryIVRFlowList',
	body: {},
	gives: {
		id: '701',
		accessCode: '8800000',
		description: 'Welcome 1',
		flowFileName: 'flow-1.xml',
		flowType: 0,
		isLoad: 1,
		maxCallNum: 10,
	},
} satisfies OperationCase;
