/** Source: vendor pages cec_07_0644 and 2581; times in the answer are UTC. */
import { behaviour, type TryThis } from '../core/behaviour';
import { CODES, payload } from './shared/form';
import { byGrain, type GrainsAsked } from './shared/grains';
import { callIndicator, type Span } from './shared/pastIndicators';
import { allRecords } from './shared/records';

export const tryThese: TryThis[] = [
	{
		ask: {
			vdnIds: [40],
			indexIds: ['IDX_COUNT_TOTAL_CALL', 'IDX_COUNT_CONNECTED_CALL'],
			timeGrain: '60MIN',
			enableOffset: 'Y',
		},
		gives: 'calls by the hours of yesterday',
	},
	{
		ask: { vdnIds: [40], indexIds: ['IDX_COUNT_INBOUND_CALL'] },
		gives: 'inbound calls of today, up to the last five minutes',
	},
	{
		ask: { vdnIds: [40], indexIds: ['IDX_COUNT_TOTAL_CALL'] },
		code: CODES.notAllowed,
		gives: 'this indicator needs timeGrain',
	},
];

/** Source: vendor page cec_07_0694. */
const NEED_GRAIN = ['IDX_COUNT_TOTAL_CALL', 'IDX_COUNT_CONNECTED_CALL', 'IDX_COUNT_ABANDONED_CALL'];

interface Asked extends GrainsAsked {
	vdnIds: Array<number | string>;
	indexIds: string[];
	calleeNo?: string;
	mediaType?: number | string;
}

export default behaviour<Asked>('hisindexVdn', (asked, platform) => {
	const { vdnIds, indexIds, calleeNo, mediaType } = asked;
	const { vdnId } = platform.options.account;
	const calls = allRecords(platform).filter(
		(call) =>
			(!calleeNo || call.calleeNo === calleeNo) &&
			(mediaType === undefined || call.mediaType === Number(mediaType)),
	);
	const within = ({ begin, end }: Span) =>
		calls.filter(({ logDate }) => logDate >= begin && logDate < end);
	const idxs = indexIds.map((id) => ({
		id,
		val: byGrain(
			platform,
			asked,
			(span) => callIndicator(within(span), id),
			NEED_GRAIN.includes(id),
		),
	}));
	const isAsked = vdnIds.map(Number).includes(vdnId);
	return payload(platform, isAsked ? [{ id: String(vdnId), idxs }] : []);
});
