import type { OperationCase } from '../../operationCase';

export default {
	parameters: { taskId: '6100000000000000001' },
	sends: 'POST /apiaccess/CC-Management/v1/smartcare/queryquickresult',
	body: { taskId: '6100000000000000001' },
	gives: {
		taskId: '6100000000000000001',
		rootcause: {
			futureAnalysis: 'No further analysis is needed',
			faultAttribution: 'Network',
			diagnosisItem: 'Coverage',
			suggestion: 'Check the cell that the subscriber was in',
			sceneDescription: 'Voice',
		},
	},
} satisfies OperationCase;
