/** Calls that agents have right now. Source: vendor page cec_07_2566; the meaning of callStatus was not seen. */
import { behaviour, type TryThis } from '../core/behaviour';
import { seenAgents } from './shared/agentRows';
import { known, payload, written } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40, agentIds: [101, 102, 103] }, gives: 'their calls, mostly none' },
];

interface Asked {
	agentIds: Array<number | string>;
}

/** What the state of a call is that is being talked; made up. */
const TALKING = 6;

export default behaviour<Asked>('agentgroupQueryagentcalls', ({ agentIds }, platform) =>
	payload(
		platform,
		known(agentIds, seenAgents(platform)).map(({ agentId, there }) => {
			const call = there?.talking;
			const callList = call && {
				callId: call.callId,
				callStatus: TALKING,
				callInOut: call.isCallIn ? 0 : 1,
				mediaType: call.mediaType,
			};
			return {
				agentId: String(agentId),
				callList: callList ? [written(platform, callList)] : [],
			};
		}),
	),
);
