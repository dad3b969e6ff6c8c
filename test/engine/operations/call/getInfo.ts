import { byId, type OperationCase } from '../../operationCase';

const asked = {
	callId: '1700000000000-100001',
	userId: '1',
	tenantId: '202603010001',
	agentId: '101',
};

export default {
	parameters: { ...asked, agentId: byId(asked.agentId) },
	sends: 'POST /apiaccess/rest/workbench/v1/queryCallInfoByCallId',
	body: asked,
	gives: {
		callerNumber: '13900000001',
		called: '99104729',
		mediaAbility: '1',
		calldata: 'order=1',
		callId: '1700000000000-100001',
		callSkillId: '29',
		callSkill: '售后技能队列',
		callType: 0,
	},
} satisfies OperationCase;
