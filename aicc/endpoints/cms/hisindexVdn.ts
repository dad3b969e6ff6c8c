import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { byId } from './shared/byId';
import { TIME_GRAINS } from './shared/indicators';

/** Source: vendor page cec_07_0644. Its values have the shape of those of `hisindexAgent`. */
export const hisindexVdn = cms.endpoint({
	title: 'get the past indicators of the VDNs',
	path: `${CMS}/v1/openapi/hisindex/vdn`,
	clock: 'utc',
	limits: { ccId: CMS_TENANT_LIMITS.ccId, timeGrain: { values: TIME_GRAINS } },
	batch: byId('vdnIds', 100),
});

/** Indicators that are there with `timeGrain` only. Source: same page. */
export const INDICATORS_WITH_TIME_GRAIN: readonly string[] = [
	'IDX_COUNT_TOTAL_CALL',
	'IDX_COUNT_CONNECTED_CALL',
	'IDX_COUNT_ABANDONED_CALL',
];
