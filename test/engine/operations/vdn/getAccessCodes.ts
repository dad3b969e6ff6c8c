import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'POST /rest/cmsapp/v1/openapi/vdn/queryaccesscodeinfo',
	body: { ccId: 1, vdn: 40 },
	gives: { accessCode: '00104729', mediatypeId: 5, mediatypeName: 'ordinary voice' },
} satisfies OperationCase;
