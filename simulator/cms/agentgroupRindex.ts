/**
 * Indicators of agents. Source: vendor page cec_07_0636, without the names of the four that there are:
 * those of history are known here, for the day so far.
 */
import { behaviour, type TryThis } from '../core/behaviour';
import { seenAgents } from './shared/agentRows';
import { centreOf } from './shared/centre';
import { liveValue } from './shared/chosenValues';
import { midnight } from './shared/days';
import { known, payload } from './shared/form';
import { agentIndicator } from './shared/pastIndicators';

export const tryThese: TryThis[] = [
	{
		ask: {
			ccId: 1,
			vdn: 40,
			agentIds: [101, 102],
			indexIds: ['IDX_COUNT_AGENT_CONNECTED', 'IDX_DURATION_AGENT_REST'],
		},
		gives: 'calls and seconds of rest since midnight',
	},
];

interface Asked {
	agentIds: number[];
	indexIds: string[];
}

export default behaviour<Asked>('agentgroupRindex', ({ agentIds, indexIds }, platform) => {
	const { now } = centreOf(platform);
	const today = { begin: midnight(now, platform.options.timeZone), end: now + 1 };
	const rows = known(agentIds, seenAgents(platform)).map(({ agentId, there }) => ({
		id: String(agentId),
		idxs: indexIds.map((id) =>
			liveValue(platform, agentId, id, there ? agentIndicator(there, id, today, now) : 0),
		),
	}));
	return payload(platform, rows);
});
