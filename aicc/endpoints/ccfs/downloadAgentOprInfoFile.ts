import { CCFS, ccfs, NOT_THERE } from './product';

/** Source: vendor page cec_07_4227. */
export const downloadAgentOprInfoFile = ccfs.endpoint({
	title: 'download the file of agent operations',
	path: `${CCFS}/downloadAgentOprInfoFile`,
	file: true,
	answerCodes: [NOT_THERE],
	limits: { agentOprInfoFileName: { minLength: 1, maxLength: 49 } },
});
