import type { OperationCase } from '../../operationCase';

export default {
	parameters: { callSerialNo: '1700000000000000001' },
	sends: 'POST /apiaccess/CC-Management/v1/mobileAgent/queryCallState',
	body: { callSerialNo: '1700000000000000001' },
	gives: {
		callSerialNo: '1700000000000000001',
		state: 3,
		reasonCode: 0,
		callData: '{"order":"1"}',
		callerNumber: '9000001',
		called: '13500000000',
		callerPresent: '99104729',
		agentPresent: '',
		stateName: 'ended',
		reasonCodeName: 'called party hung up',
	},
} satisfies OperationCase;
