import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { softPhone: byId('7000001'), calledNumber: '13600000001' },
	also: [
		{
			softPhone: byId('7000001'),
			calledNumber: '136-0000-0002',
			options: { cleanNumbers: true },
		},
	],
	sends: 'POST /apiaccess/CC-Management/v3/mobileAgent/createCall',
	body: { softPhone: '7000001', called: '13600000001' },
	gives: {
		success: true,
		callSerialNo: '1800000000000000002',
		softPhone: '7000001',
		calledNumber: '13600000001',
	},
} satisfies OperationCase;
