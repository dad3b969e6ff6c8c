import type { OperationCase } from '../../operationCase';

const fileName = '/1/1/record/40/20231114/101/80000001.wav';

export default {
	parameters: { fileName },
	also: [{ fileName: '/1/1/record/40/20231114/101/80009999.wav' }],
	sends: 'POST /CCFS/resource/ccfs/downloadRecordFile',
	body: { request: { version: '2.0' }, msgBody: { fileName } },
	gives: { fileName, found: true },
} satisfies OperationCase;
