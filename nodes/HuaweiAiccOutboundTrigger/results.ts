import type { IDataObject } from 'n8n-workflow';

import { CALL_RESULT_TEXTS } from '../../aicc/callResults';
import { asText, withTextFields, type JsonObject } from '../../aicc/json';

export interface ResultFilter {
	onlyFailed: boolean;
	/** All campaigns when there are none. */
	campaignIds: string[];
}

/** `callStatus` of a call that failed; 6 is one that succeeded (vendor page 0788). */
const FAILED = '5';

/** A result as the nodes give it out: the platform's own fields. */
export function resultItem(result: JsonObject): IDataObject {
	return withTextFields(result, CALL_RESULT_TEXTS) as IDataObject;
}

export function isWanted(item: IDataObject, { onlyFailed, campaignIds }: ResultFilter): boolean {
	if (onlyFailed && asText(item.callStatus) !== FAILED) return false;
	return campaignIds.length === 0 || campaignIds.includes(String(item.campaignId));
}
