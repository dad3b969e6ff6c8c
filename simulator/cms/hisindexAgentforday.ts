/** Source: vendor page cec_07_0651; times are those of the VDN, their end included. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { seenAgents } from './shared/agentRows';
import { centreOf } from './shared/centre';
import { SECOND_MS, zonedTimeOf } from './shared/days';
import { CODES, known, payload } from './shared/form';
import { agentIndicator } from './shared/pastIndicators';

const ALWAYS = { vdn: 40, agentIds: [101, 102], indexIds: ['IDX_COUNT_AGENT_REQUEST'] };

export const tryThese: TryThis[] = [
	{
		ask: { ...ALWAYS, beginDayTime: '2026-01-01 00:00:00', endDayTime: '2099-12-31 23:59:59' },
		gives: 'calls that were offered to them since yesterday, when the simulated time begins',
	},
	{
		ask: { ...ALWAYS, beginDayTime: '2026-01-02 00:00:00', endDayTime: '2026-01-01 00:00:00' },
		code: CODES.notAllowed,
		gives: 'the end is before the beginning',
	},
];

interface Asked {
	agentIds: number[];
	indexIds: string[];
	beginDayTime: string;
	endDayTime: string;
}

export default behaviour<Asked>('hisindexAgentforday', (asked, platform) => {
	const { now } = centreOf(platform);
	const { timeZone } = platform.options;
	const begin = zonedTimeOf(asked.beginDayTime, timeZone);
	const end = zonedTimeOf(asked.endDayTime, timeZone) + SECOND_MS;
	if (end <= begin) refuse(CODES.notAllowed, 'endDayTime is before beginDayTime');
	const rows = known(asked.agentIds, seenAgents(platform)).map(({ agentId, there }) => ({
		id: String(agentId),
		idxs: asked.indexIds.map((id) => ({
			id,
			val: String(there ? agentIndicator(there, id, { begin, end }, now) : 0),
		})),
	}));
	return payload(platform, rows);
});
