import { callResultItem } from '../../shared/callResult';
import { retCodeAnswers } from '../answers';
import type { CallbackEvent } from '../callbackEvent';
import { ADDRESS_LIST, TLS } from '../hints';
import { readList } from '../push';
import { isWanted } from '../resultFilter';

/**
 * The address of a recording without what comes after `?`: it is signed anew each time the platform
 * writes it (vendor page 0784: `Expires` and a signature).
 */
function withoutSignature(recordPath: unknown): unknown {
	return typeof recordPath === 'string' ? recordPath.split('?', 1)[0] : recordPath;
}

/** Results of outbound calls. Source: vendor page 0788. */
export const outboundResult: CallbackEvent = {
	option: {
		name: 'Outbound Result',
		value: 'outboundResult',
		description: 'Results of the calls of a campaign',
	},
	hints: [
		'Enter it as Callback URL of Campaign: Create or Update, or have it set as tenant parameter.',
		ADDRESS_LIST,
		TLS,
		"It signs nothing: set a Secret, and let only the platform's addresses through.",
	],
	things: 'results',
	expected: 'a JSON array of call result objects',
	read: readList,
	itemOf: callResultItem,
	// The call ID alone does not tell results apart: calls that never came about may have the ID 0 or
	// none, and a call can be pushed again with another status or with its recording.
	identityOf: (item) => ({ ...item, recordPath: withoutSignature(item.recordPath) }),
	filter: { labels: 'Campaign IDs or Only Failed', isWanted },
	isSigned: false,
	...retCodeAnswers,
	sample: [
		{
			campaignId: '1302100000000000001',
			sessionId: 'order-1',
			called: '8000001',
			callTimeStr: '2026-01-15 09:30:00',
			callStatus: 6,
			failCode: '00000',
			vdnId: 1,
			callId: '1768469400-100001',
			customField: 'batch-1',
			recordPath: 'https://obs.example.com/recording.wav?Expires=1768500000',
		},
		{
			campaignId: '1302100000000000001',
			sessionId: 'order-2',
			called: '8000002',
			callTimeStr: '2026-01-15 09:31:00',
			callStatus: 5,
			failCode: '00603',
			vdnId: 1,
			callId: '1768469460-100002',
			customField: 'batch-1',
			recordPath: '',
		},
	],
};
