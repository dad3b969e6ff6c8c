/** Source: vendor page cec_07_2585; times in the answer are UTC. */
import { behaviour, type TryThis } from '../core/behaviour';
import { seenAgents } from './shared/agentRows';
import { centreOf } from './shared/centre';
import { known, payload } from './shared/form';
import { byGrain, type GrainsAsked } from './shared/grains';
import { agentIndicator } from './shared/pastIndicators';

export const tryThese: TryThis[] = [
	{
		ask: {
			vdn: 40,
			agentIds: [101, 102],
			indexIds: ['IDX_COUNT_AGENT_CONNECTED'],
			timeGrain: '60MIN',
			enableOffset: 'Y',
		},
		gives: 'calls by the hours of yesterday',
	},
];

interface Asked extends GrainsAsked {
	agentIds: number[];
	indexIds: string[];
}

export default behaviour<Asked>('hisindexAgent', (asked, platform) => {
	const { now } = centreOf(platform);
	const rows = known(asked.agentIds, seenAgents(platform)).map(({ agentId, there }) => ({
		id: String(agentId),
		idxs: asked.indexIds.map((id) => ({
			id,
			val: byGrain(platform, asked, (span) => (there ? agentIndicator(there, id, span, now) : 0)),
		})),
	}));
	return payload(platform, rows);
});
