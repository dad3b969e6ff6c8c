/** Source: vendor page 0772. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { KNOWN_BATCH } from './shared/callBatches';
import { CAMPAIGN_IDS } from './shared/campaigns';
import { CODES } from './shared/codes';

const { paused } = CAMPAIGN_IDS;

export const tryThese: TryThis[] = [
	{ ask: { campaignId: paused, id: KNOWN_BATCH }, gives: 'it is deleted' },
	{ ask: { campaignId: paused, id: '1' }, code: CODES.parameter, gives: 'there is no such batch' },
];

interface Asked {
	campaignId: string;
	id: string;
}

export default behaviour<Asked>('callbatchDelete', ({ campaignId, id }, { data }) => {
	const batches = data.callBatches[campaignId] ?? [];
	const index = batches.findIndex((batch) => batch.id === id);
	if (index < 0) refuse(CODES.parameter, 'The batch does not exist');
	batches.splice(index, 1);
	return {};
});
