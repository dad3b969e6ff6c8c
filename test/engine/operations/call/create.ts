import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: {
		callerNumber: '9000001',
		calledNumber: '13600000001',
		additionalFields: {
			agentWorkNo: byId('101'),
			callData: '{"order":"1"}',
			callBackUrl: 'https://n8n.example.com/webhook/call',
			callerPresent: byId('99104729'),
		},
	},
	also: [
		{
			callerNumber: '9000001',
			calledNumber: '136-0000-0002',
			options: { cleanNumbers: true },
		},
	],
	sends: 'POST /apiaccess/CC-Management/v1/mobileAgent/createCall',
	body: {
		caller: '9000001',
		called: '13600000001',
		agentWorkNo: 101,
		callData: '{"order":"1"}',
		callerPresent: '99104729',
		callBackUrl: 'aHR0cHM6Ly9uOG4uZXhhbXBsZS5jb20vd2ViaG9vay9jYWxs',
	},
	gives: {
		success: true,
		callSerialNo: '1800000000000000002',
		callerNumber: '9000001',
		calledNumber: '13600000001',
	},
} satisfies OperationCase;
