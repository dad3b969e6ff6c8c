import type { OperationCase } from '../../operationCase';

const callId = '1700000000000-100001';

export default {
	parameters: { callId, fileName: '' },
	also: [
		{ callId: '', fileName: 'X:/40/0/20231114/101/80000001.V3' },
		{ callId: '1700000000000-100003' },
	],
	sends: 'POST /CCFS/resource/ccfs/downloadRecord',
	body: { request: { version: '2.0' }, msgBody: { callId, ccId: '1' } },
	gives: { callId, found: true },
} satisfies OperationCase;
