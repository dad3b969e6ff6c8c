import { agentAccounts, fabric, FAILURE_CODES } from './product';

/** Source: vendor page cec_07_1001. */
export const agentAccountCreate = fabric.endpoint({
	title: 'create the agent',
	path: '/apiaccess/rest/cc-management/v1/agentAccount/create',
	envelope: agentAccounts,
	payload: 'workNo',
	codes: FAILURE_CODES,
	limits: {
		userAccount: { minLength: 6, maxLength: 50 },
		userName: { maxLength: 20 },
		agentType: { values: [4, 5, 11, 99] },
	},
	write: {
		check: 'Look for the account among the agents; create it again only if it is not there.',
	},
});
