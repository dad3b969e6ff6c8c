import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: { externalResultId: byId('1402245659') },
	sends: 'GET /rest/isales/v1/openapi/campaigns/40/1402245659/queryObsResultDetail',
	gives: {
		defId: '1402245659',
		displayResult: '6: The call is not answered.',
		resultCode: '002',
		vdnId: 40,
		resultMapList: [
			{ mapId: '1059886898', defId: '1402245659', failCode: '34609', vdnId: '40' },
			{ mapId: '1059886899', defId: '1402245659', failCode: '00008', vdnId: '40' },
		],
	},
} satisfies OperationCase;
