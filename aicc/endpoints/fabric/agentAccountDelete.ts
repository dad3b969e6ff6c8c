import { agentAccounts, fabric, FAILURE_CODES } from './product';

/** Source: vendor page cec_07_1002. It takes agents in any state. */
export const agentAccountDelete = fabric.endpoint({
	title: 'delete the agent',
	path: '/apiaccess/rest/cc-management/v1/agentAccount/delete',
	envelope: agentAccounts,
	codes: FAILURE_CODES,
	limits: { userAccount: { minLength: 6, maxLength: 50 } },
	write: { check: 'Look for the account among the agents; delete it again if it is there.' },
});
