import type { IDataObject } from 'n8n-workflow';

import { asText, type JsonObject } from '../../../../aicc/base/json';
import { toRealTime } from '../../../../aicc/base/time';
import { CAMPAIGN_CLOCK } from '../../../../aicc/endpoints/isales/product';
import type { Meanings } from '../../../../aicc/endpoints/product';
import type { Inputs } from '../../../shared/inputs';
import { withNames } from '../../../shared/names';

/**
 * A campaign as it comes out: with the words for its codes, and beside the service's texts without a
 * zone the times that they mean, as ISO texts in the tenant's time zone; null where there is none.
 */
export function campaignItem(
	row: JsonObject,
	meanings: Readonly<Record<string, Meanings>>,
	{ zone }: Inputs,
): IDataObject {
	const timeIn = (field: string) =>
		toRealTime(asText(row[field])?.trim() ?? '', CAMPAIGN_CLOCK, zone) ?? null;
	return {
		...withNames(row, meanings),
		beginTime: timeIn('strBeginTime'),
		endTime: timeIn('strEndTime'),
	};
}
