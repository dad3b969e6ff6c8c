import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		callId: '1768464000-100001',
		beginTime: '2026-01-15T00:00:00Z',
		endTime: '2026-01-16T00:00:00Z',
	},
	sends: 'POST /apiaccess/rest/cc-management/v1/satisfaction/query',
	body: {
		callId: '1768464000-100001',
		beginTime: 1_768_435_200_000,
		endTime: 1_768_521_600_000,
	},
	gives: {
		callId: '1768464000-100001',
		evaluationValue: '5',
		evaluationValueName: '5',
		channel: 'audio',
		channelName: 'voice',
		npsScore: 10,
		evaluationTime: 1_768_464_300_000,
		fcrValue: 1,
		evaluateObject: 'agent001',
	},
} satisfies OperationCase;
