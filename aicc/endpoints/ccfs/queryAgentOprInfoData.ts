import { CCFS, ccfs, CHECK_FILE_REQUEST } from './product';

/** Source: vendor page cec_07_0818. What its answer has beside the code was not seen. */
export const queryAgentOprInfoData = ccfs.endpoint({
	title: 'request the file of agent operations',
	path: `${CCFS}/queryAgentOprInfoData`,
	payload: 'resultData',
	clock: 'tenant',
	limits: {
		accountId: { minLength: 1, maxLength: 20 },
		agentId: { minLength: 1, maxLength: 20 },
	},
	write: { check: CHECK_FILE_REQUEST },
});
