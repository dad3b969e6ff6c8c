import type { OperationCase } from '../../operationCase';

const billFileName = '20260115_00000000000000000000000000000001.zip';

export default {
	parameters: { billFileName },
	sends: 'POST /CCFS/resource/ccfs/downloadBillFile',
	body: { request: { version: '2.0' }, msgBody: { billFileName } },
	gives: { billFileName, found: true },
} satisfies OperationCase;
