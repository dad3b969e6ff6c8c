/** Source: vendor page cec_07_0031. */
import { behaviour, type TryThis } from '../core/behaviour';
import { agentOf } from './shared/agents';
import { FAILURE } from './shared/codes';

export const tryThese: TryThis[] = [
	{ ask: { accountCode: 'agent001' }, gives: 'the status of this agent' },
	{ ask: { accountCode: 'nobody01' }, code: FAILURE, gives: 'there is no such agent' },
];

/** What the statuses mean no page says. */
const STATUSES = 8;

export default behaviour<{ accountCode: string }>(
	'queryAgentInfoByAccount',
	({ accountCode }, platform) => {
		const { workNo, agentType } = agentOf(platform, accountCode);
		return { data: { workNo, agentType, agentStatus: String(Number(workNo) % STATUSES) } };
	},
);
