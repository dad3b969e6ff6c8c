import type { IDataObject } from 'n8n-workflow';

import { asText, isObject, type JsonObject } from '../../base/json';
import { numbersMeant } from '../../base/phoneNumbers';
import type { Answered } from '../../patterns/batch/sendOrBisect';
import type { BatchSpec } from '../../patterns/batch/batchSpec';
import type { PathValues } from '../../patterns/sendRequest';
import {
	CAMPAIGN_CODES,
	CAMPAIGNS,
	isales,
	ONE_BY_ONE,
	RECORD_CODES,
	TOO_MANY_NUMBERS,
} from './product';

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

/** Source: vendor page cec_07_0759; its newer codes are on page 0760. */
export const addCalldata = isales.endpoint({
	title: 'add numbers to the campaign',
	method: 'POST',
	path: `${CAMPAIGNS}/calldata/{campaignId}`,
	codes: {
		...CAMPAIGN_CODES,
		...RECORD_CODES,
		'0200018': {
			text: 'The number is there already',
			advice: 'The campaign has this number already, or it came twice. Leave it out.',
			isAbout: 'record',
		},
		'0200019': {
			text: 'The state of the campaign does not allow numbers to be added',
			advice:
				'Look at the status of the campaign: a finished one takes no more numbers. Choose another campaign.',
			isAbout: 'target',
		},
		'0200020': {
			text: 'The campaign has no room for more than 200,000 unfinished numbers',
			advice: 'Add the rest when numbers of the campaign have been called, or to another campaign.',
			isAbout: 'full',
		},
		'0200022': {
			text: 'Numbers were added too often in a short time',
			advice:
				'Something else adds numbers to the same campaign. Let it come to its end, then run the workflow again for the rest.',
			isAbout: 'pace',
		},
		'0200024': {
			text: 'The number is on the blocklist',
			advice: 'It must not be called. Leave it out, or delete it from the blocklist.',
			isAbout: 'record',
		},
		...TOO_MANY_NUMBERS,
		'0200030': {
			text: 'The format of a time is wrong',
			advice: 'Check Recycle Time.',
			isAbout: 'record',
		},
	},
	clock: 'tenant',
	limits: {
		called: { maxLength: 24 },
		sessionId: { maxLength: 32 },
		caller: { maxLength: 24 },
		customField: { maxLength: 200 },
		callData: { maxLength: 1024 },
	},
	batch: {
		field: 'callDataList',
		size: 20,
		keyOf: ({ called }: CallRecord) => called,
		answerOf: idOf,
	},
	write: {
		check:
			'Look for the number in the call data of the campaign in AICC; add it again only if it is not there.',
	},
	// "at least 1 s between calls for the same campaign"
	rateLimit: { ...ONE_BY_ONE, gap: 1000 },
});

/** Names of the list of IDs in the answer: that of the page's sample, and that of its table. */
const ID_LISTS = ['dataIdList', 'datalist'];

/** The ID that the service gave a record. */
function idOf(
	{ returnObject }: JsonObject,
	{ called }: CallRecord,
	records: CallRecord[],
): Answered | undefined {
	const numbers = records.map((record) => record.called);
	const ids = isObject(returnObject) ? ID_LISTS.flatMap((name) => returnObject[name]) : [];
	const own = ids.filter(isObject).find((entry) => {
		const meant = numbersMeant(entry.called, numbers);
		return meant.length === 1 && meant[0] === called;
	});
	const dataId = asText(own?.dataId);
	return dataId === undefined ? undefined : { dataId };
}

/**
 * How call data is added to a campaign.
 *
 * @param path `campaignId`, and `vdnId` if it is not the credential's
 */
export function addingTo(path: PathValues): BatchSpec<CallRecord> {
	return { title: `Call data for campaign ${path.campaignId}`, endpoint: addCalldata, path };
}
