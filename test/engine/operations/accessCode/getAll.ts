import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'POST /apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList',
	body: { limit: 100, offset: 0 },
	gives: {
		id: '1124167935465000000',
		accessCode: '00104729',
		mediatypeId: 5,
		n400Number: '4000104729',
		description: '售后服务热线 1',
		numCallAttr: 1,
		numCallAttrName: 'inbound call',
		mediatypeName: 'audio and video',
	},
} satisfies OperationCase;
