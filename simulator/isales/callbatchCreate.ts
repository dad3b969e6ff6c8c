/** Source: vendor page 0770. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { CAMPAIGN_IDS } from './shared/campaigns';
import { CODES } from './shared/codes';

const { paused } = CAMPAIGN_IDS;

export const tryThese: TryThis[] = [
	{ ask: { campaignId: paused, name: 'Second batch' }, gives: 'the id of a new batch' },
	{
		ask: { campaignId: paused, name: 'First batch' },
		code: CODES.parameter,
		gives: 'the name exists already',
	},
];

const FIRST_NEW_ID = 200_000_000_000_000_000_000_000_000_000n;
const MAX_BATCHES = 100;

interface Asked {
	campaignId: string;
	name: string;
	status: number;
}

export default behaviour<Asked>('callbatchCreate', ({ campaignId, name, status }, platform) => {
	const batches = (platform.data.callBatches[campaignId] ??= []);
	if (batches.some((batch) => batch.name === name)) {
		refuse(CODES.parameter, 'The name exists already');
	}
	if (batches.length >= MAX_BATCHES) refuse(CODES.tooMany, 'The campaign has 100 batches already');
	const id = String(FIRST_NEW_ID + BigInt(platform.nextSerial()));
	batches.push({ id, name, status });
	return { returnObject: { id } };
});
