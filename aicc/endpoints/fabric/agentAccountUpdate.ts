import { agentAccounts, fabric } from './product';

/** Source: vendor page cec_07_1003, of which only the sample was seen. */
export const agentAccountUpdate = fabric.endpoint({
	title: 'change the agent',
	path: '/apiaccess/rest/cc-management/v1/agentAccount/update',
	envelope: agentAccounts,
	write: { check: 'Look at the agent; change it again if it is still as before.' },
});
