import { fabric, FAILURE_CODES } from './product';

/** Source: vendor page cec_07_0031. Its path has capitals that the others have not. */
export const queryAgentInfoByAccount = fabric.endpoint({
	title: 'get the status of the agent',
	path: '/apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount',
	payload: 'data',
	codes: FAILURE_CODES,
	limits: { accountCode: { maxLength: 64 } },
});
