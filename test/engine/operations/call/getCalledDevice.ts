import type { OperationCase } from '../../operationCase';

export default {
	parameters: { callerNumber: '8888888', calledNumber: '6666601' },
	also: [{ callerNumber: '888-8888', calledNumber: '666-6601', options: { cleanNumbers: true } }],
	sends: 'POST /apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
	body: { caller: '8888888', called: '6666601' },
	gives: {
		callerNumber: '8888888',
		calledNumber: '6666601',
		found: true,
		retCode: '0',
		retMsg: 'success',
		devType: 0,
		devTypeName: 'skill queue',
		called: '6666601',
		skillId: 29,
		skillName: '售后技能队列',
	},
} satisfies OperationCase;
