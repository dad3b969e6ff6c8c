/** Call data: the numbers of a campaign. Source: vendor pages cec_07_0759 and 0764. */
import type { IDataObject } from 'n8n-workflow';

import type { Bundle } from './gathering';
import { INTERFACES } from './interfaces';
import { asText, isObject } from './json';
import type { PathValues } from './lists';
import { numbersMeant } from './numbers';

/** One number to call, as the service takes it. */
export interface CallRecord extends IDataObject {
	called: string;
	sessionId?: string;
	caller?: string;
	customField?: string;
	/** `yyyy-MM-dd HH:mm:ss` */
	recycleTime?: string;
	callData?: string;
}

/** Names of the list of IDs in the answer: that of the page's sample, and that of its table. */
const ID_LISTS = ['dataIdList', 'datalist'];

/**
 * How call data is added to a campaign.
 *
 * @param path `campaignId`, and `vdnId` if it is not the credential's
 */
export function callDataOf(path: PathValues): Bundle<CallRecord> {
	return {
		title: `Call data for campaign ${path.campaignId}`,
		interface: INTERFACES.addCallData,
		path,
		bodyOf: (records) => ({ callDataList: records }),
		numberOf: ({ called }) => called,
		answerOf: ({ returnObject }, { called }, records) => {
			const numbers = records.map((record) => record.called);
			const ids = isObject(returnObject) ? ID_LISTS.flatMap((name) => returnObject[name]) : [];
			const own = ids.filter(isObject).find((entry) => {
				const meant = numbersMeant(entry.called, numbers);
				return meant.length === 1 && meant[0] === called;
			});
			const dataId = asText(own?.dataId);
			return dataId === undefined ? undefined : { dataId };
		},
	};
}
