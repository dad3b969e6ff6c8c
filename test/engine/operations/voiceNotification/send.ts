import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: {
		calledNumber: '13600000001',
		voiceContent: '1600000000000000001~$Your order has been sent.$',
		additionalFields: {
			callBackUrl: 'https://n8n.example.com/webhook/notice?a=1',
			callerPresent: byId('99104729'),
			priority: 1,
		},
	},
	also: [
		{
			calledNumber: '136-0000-0002',
			voiceContent: '$Hello$',
			options: { cleanNumbers: true },
		},
	],
	sends: 'POST /apiaccess/rest/voiceNotification/v1/createVoiceNotification',
	body: {
		called: '13600000001',
		voiceContent: '1600000000000000001~$Your order has been sent.$',
		callBackUrl: 'aHR0cHM6Ly9uOG4uZXhhbXBsZS5jb20vd2ViaG9vay9ub3RpY2U/YT0x',
		callerPresent: '99104729',
		priority: '1',
	},
	gives: { success: true, callSerialNo: '1800000000000000002', calledNumber: '13600000001' },
} satisfies OperationCase;
