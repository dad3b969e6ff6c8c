import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { accessCode: byId('00104729'), devicetype: 1, deviceId: byId('10') },
	also: [
		{
			devicetype: 3,
			deviceId: byId('701'),
			additionalFields: { extCode: '01', mediaTypeId: 5 },
		},
	],
	sends: 'POST /apiaccess/rest/cc-management/v1/calledRoute/createCalledRoute',
	body: { accessCode: '00104729', devicetype: 1, deviceId: 10 },
	gives: { success: true, accessCode: '00104729' },
} satisfies OperationCase;
