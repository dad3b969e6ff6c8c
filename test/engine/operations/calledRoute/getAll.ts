import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true },
	sends: 'POST /apiaccess/rest/cc-management/v1/calledRoute/queryCalledRoute',
	body: { limit: 100, offset: 0 },
	gives: {
		id: '3100000000000000001',
		accessCode: '9900000',
		extCode: '00',
		devicetype: 1,
		deviceId: '10',
		deviceDesc: 'Skill queue 10',
		mediatypeId: 5,
		dnid: '5200000000000000001',
		editable: null,
		devicetypeName: 'skill queue',
		editableName: 'free',
		mediatypeName: 'audio and video',
	},
} satisfies OperationCase;
