import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../aicc/base/json';

/** Which of the pushed results start the workflow. */
export interface ResultFilter {
	onlyFailed: boolean;
	/** All campaigns when there are none. */
	campaignIds: string[];
}

/** `callStatus` of a call that failed; 6 is one that succeeded (vendor page 0788). */
const FAILED = '5';

/** Whether a pushed result passes the filter. */
export function isWanted(item: IDataObject, { onlyFailed, campaignIds }: ResultFilter): boolean {
	if (onlyFailed && asText(item.callStatus) !== FAILED) return false;
	return campaignIds.length === 0 || campaignIds.includes(asText(item.campaignId) ?? '');
}
