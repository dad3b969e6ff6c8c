import type { OperationCase } from '../../operationCase';

export default {
	parameters: { callSerialNo: '1700000000000000001' },
	also: [{ callSerialNo: '1700000000000000001', download: false }],
	sends: 'POST /apiaccess/CC-Management/v1/mobileAgent/getRecordingAddress',
	body: { callSerialNo: '1700000000000000001' },
	gives: { callSerialNo: '1700000000000000001' },
} satisfies OperationCase;
