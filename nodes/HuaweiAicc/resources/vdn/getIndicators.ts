import { rindexVdn } from '../../../../aicc/endpoints/cms/rindexVdn';
import { liveValue, VDN_INDICATORS } from '../../../../aicc/endpoints/cms/shared/indicators';
import { ownCcOptions } from '../../../shared/descriptions';
import { vdnIds, vdnIdsFrom } from '../../../shared/watchedIds';
import {
	indicatorsFrom,
	openIndicators,
	otherIndicators,
} from '../../shared/monitoring/indicatorFields';
import { asColumns, readIndicators } from '../../shared/monitoring/indicators';
import type { Operation } from '../../shared/operation';

/** @zh 查询实时指标 */
export const getIndicators: Operation = {
	option: {
		name: 'Get Indicators',
		value: 'getIndicators',
		action: 'Get VDN indicators',
		description: 'Get live indicators of virtual call centres',
	},
	fields: [openIndicators(VDN_INDICATORS), vdnIds, ownCcOptions([otherIndicators])],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const indexIds = indicatorsFrom(inputs);
		const body = { ccId: Number(inputs.ccId()) };
		const query = { endpoint: rindexVdn, ids: vdnIdsFrom(inputs), indexIds, body };
		return await readIndicators(query, sendInBatch, asColumns(indexIds, liveValue));
	},
};
