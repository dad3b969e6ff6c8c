/**
 * The sample has the VDN ID as a number in the result and as text in its mappings.
 *
 * Source: vendor page 0802.
 */
import { behaviour, type TryThis } from '../core/behaviour';
import { externalResultOf, KNOWN_RESULT } from './shared/externalResults';

export const tryThese: TryThis[] = [
	{ ask: { defId: KNOWN_RESULT }, gives: 'the first external result' },
];

const FIRST_MAP_ID = 1_059_886_898;

export default behaviour<{ defId: string }>('queryObsResultDetail', ({ defId }, platform) => {
	const { vdnId } = platform.options.account;
	const { failCodes, ...result } = externalResultOf(platform, defId);
	const resultMapList = failCodes.map((failCode, index) => ({
		mapId: String(FIRST_MAP_ID + index),
		defId,
		failCode,
		vdnId: String(vdnId),
	}));
	return { obResult: { ...result, vdnId, resultMapList } };
});
