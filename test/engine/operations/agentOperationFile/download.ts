import type { OperationCase } from '../../operationCase';

const agentOprInfoFileName = '20260115_00000000000000000000000000000002.zip';

export default {
	parameters: { agentOprInfoFileName },
	sends: 'POST /CCFS/resource/ccfs/downloadAgentOprInfoFile',
	body: { request: { version: '2.0' }, msgBody: { agentOprInfoFileName } },
	gives: { agentOprInfoFileName, found: true },
} satisfies OperationCase;
