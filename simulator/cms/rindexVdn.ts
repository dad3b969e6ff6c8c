/** Source: vendor page cec_07_0611. */
import { behaviour, type TryThis } from '../core/behaviour';
import { centreOf } from './shared/centre';
import { liveValue } from './shared/chosenValues';
import { payload } from './shared/form';
import { vdnIndicator } from './shared/liveIndicators';

export const tryThese: TryThis[] = [
	{
		ask: {
			ccId: 1,
			vdnIds: [40],
			indexIds: ['IDX_COUNT_REAL_VDN_CONNECT', 'IDX_COUNT_REAL_VDN_CALL'],
		},
		gives: 'calls that are being talked, and all that are in progress',
	},
	{
		ask: { ccId: 1, vdnIds: [41], indexIds: ['IDX_COUNT_REAL_VDN_CALL'] },
		gives: 'nothing: it is not the tenant’s',
	},
];

interface Asked {
	vdnIds: Array<number | string>;
	indexIds: string[];
}

export default behaviour<Asked>('rindexVdn', ({ vdnIds, indexIds }, platform) => {
	const centre = centreOf(platform);
	const { vdnId } = platform.options.account;
	const isAsked = vdnIds.map(Number).includes(vdnId);
	const idxs = indexIds.map((id) => liveValue(platform, vdnId, id, vdnIndicator(centre, id)));
	return payload(platform, isAsked ? [{ id: String(vdnId), idxs }] : []);
});
