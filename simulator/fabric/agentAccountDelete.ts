/** Source: vendor page cec_07_1002. */
import { behaviour, type TryThis } from '../core/behaviour';
import { agentOf } from './shared/agents';
import { FAILURE } from './shared/codes';

export const tryThese: TryThis[] = [
	{ ask: { userAccount: 'agent001' }, gives: 'it is deleted' },
	{ ask: { userAccount: 'nobody01' }, code: FAILURE, gives: 'there is no such agent' },
];

export default behaviour<{ userAccount: string }>(
	'agentAccountDelete',
	({ userAccount }, platform) => {
		const { agents } = platform.data;
		agents.splice(agents.indexOf(agentOf(platform, userAccount)), 1);
		return {};
	},
);
