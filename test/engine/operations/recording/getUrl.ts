import type { OperationCase } from '../../operationCase';

const callId = '1700000000000-100001';
const span = { beginTime: '2023-11-14T00:00:00Z', endTime: '2023-11-14T23:59:59Z' };

export default {
	parameters: { callId, ...span },
	also: [{ callId: '1700000000000-100003', ...span }],
	sends: 'POST /CCFS/resource/ccfs/getRecordFileUrlFromObs',
	body: {
		callId,
		beginTime: '2023-11-14 00:00:00',
		endTime: '2023-11-14 23:59:59',
		version: '2.0',
	},
	gives: { callId, found: true },
} satisfies OperationCase;
