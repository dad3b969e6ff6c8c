/** A GET whose filters and page are in a body. Source: vendor page 0775. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeCallBatches, type CallBatch } from './shared/callBatches';
import { CAMPAIGN_IDS } from './shared/campaigns';

const { paused } = CAMPAIGN_IDS;

export const data: DataMakers = { callBatches: makeCallBatches };

export const tryThese: TryThis[] = [
	{
		ask: { campaignId: paused, offset: 0, limit: 100 },
		gives: 'the one batch that there is from the start, suspended',
	},
	{
		ask: { campaignId: paused, status: 1, offset: 0, limit: 100 },
		gives: 'no batch: none is started',
	},
];

interface Asked {
	campaignId: string;
	status?: number;
	name?: string;
	offset: number;
	limit: number;
}

export default behaviour<Asked>('callbatchList', (asked, { data: { callBatches } }) => {
	const { campaignId, status, name = '', offset, limit } = asked;
	const isMeant = (batch: CallBatch) =>
		(status === undefined || batch.status === status) && batch.name.includes(name);
	const found = (callBatches[campaignId] ?? []).filter(isMeant);
	return { totalCount: found.length, data: found.slice(offset, offset + limit) };
});
