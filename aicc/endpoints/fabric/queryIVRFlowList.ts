import type { JsonObject } from '../../base/json';
import { rowsOf } from '../../patterns/list/answerRows';
import type { SendRequest } from '../../patterns/sendRequest';
import { fabric } from './product';

/** Source: vendor page cec_07_1036. It has no parameters, and its answer has names of its own. */
export const queryIVRFlowList = fabric.endpoint({
	title: 'get the IVR flows',
	path: '/apiaccess/rest/cc-management/v1/ivrFlow/queryIVRFlowList',
	envelope: {
		codeFields: ['retCode'],
		textFields: ['message'],
		successCodes: ['0'],
		payload: 'result',
	},
});

/** Every IVR flow of the tenant space. @throws AiccError when the answer has no list */
export async function listIvrFlows(ask: SendRequest): Promise<JsonObject[]> {
	const { result } = await ask(queryIVRFlowList, { body: {} });
	return rowsOf(result, queryIVRFlowList, ['id', 'accessCode']);
}
