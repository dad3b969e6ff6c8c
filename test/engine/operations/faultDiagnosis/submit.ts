import type { OperationCase } from '../../operationCase';

export default {
	parameters: {
		msisdn: '6680512100869',
		beginTime: '2026-01-15T00:00:00Z',
		endTime: '2026-01-16T00:00:00Z',
		scene: 'Voice',
		locale: 'en_US',
	},
	also: [{ msisdn: '+6680 512100869', options: { cleanNumbers: true } }],
	sends: 'POST /apiaccess/CC-Management/v1/smartcare/submitquickdelimit',
	body: {
		msisdn: '6680512100869',
		startTime: '1768435200000',
		endTime: '1768521600000',
		locale: 'en_US',
		scene: 'Voice',
	},
	gives: { success: true, taskId: '6300000000000000001', msisdn: '6680512100869' },
} satisfies OperationCase;
