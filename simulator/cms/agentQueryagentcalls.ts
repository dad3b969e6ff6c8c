/** IDs of the calls that an agent has right now. Source: vendor page cec_07_2565. */
import { behaviour, type TryThis } from '../core/behaviour';
import { centreOf } from './shared/centre';
import { payload } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, agentId: 101 }, gives: 'one, if a call is being talked' },
];

interface Asked {
	agentId: number;
}

export default behaviour<Asked>('agentQueryagentcalls', ({ agentId }, platform) => {
	const call = centreOf(platform).agents.get(agentId)?.talking;
	return payload(platform, call ? [call.callId] : []);
});
