import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { accountCode: byId('agent001') },
	sends: 'POST /apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount',
	body: { accountCode: 'agent001' },
	gives: { accountCode: 'agent001', workNo: '101', agentType: 4, agentStatus: '5' },
} satisfies OperationCase;
