import type { OperationCase } from '../../operationCase';

export default {
	parameters: { taskId: '6200000000000000001' },
	sends: 'POST /apiaccess/rest/cc-management/v1/smartcare/querydeepresult',
	body: { taskId: '6200000000000000001' },
	gives: {
		taskId: '6200000000000000001',
		disposeAdvice: 'Offer a repeater',
		failCause: 'Poor coverage indoors',
		description: 'Voice: Poor coverage indoors',
		priority: 1,
		anaObjType: '1',
	},
} satisfies OperationCase;
