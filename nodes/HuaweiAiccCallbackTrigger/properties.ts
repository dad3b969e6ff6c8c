import type { INodeProperties } from 'n8n-workflow';

import type { CallbackEvent } from './callbackEvent';
import { DEFAULT_EVENT, events } from './events';
import { outboundResult } from './events/outboundResult';

/**
 * What a secret must not have. The vendor allows a-zA-Z0-9-:./_#?& in addresses for callbacks; of
 * these : . / # ? & mean something of their own in a URL or in n8n's paths.
 */
export const BAD_SECRET = /[^\w-]|.{65}/;

/**
 * Those of them that a keyboard has, for the notice in the form. A condition of n8n's could take an
 * expression as well, but n8n gives one a quarter of a second by the clock, in every execution: a busy
 * machine would fail the trigger for it.
 */
const BAD_CHARACTERS = [...' !"#$%&\'()*+,./:;<=>?@[\\]^`{|}~'];

/** In this order: while n8n listens, it covers the form and with it the URLs. */
const SAMPLE_HINT =
	'To have a sample to build on, copy the Test URL, click Execute step and open the URL in the browser.';

export const SECRET_RULE = 'at most 64 letters, digits, - and _';

/** Where the URL of an event is entered, and what else there is to do. */
function noticeOf({ option, hints }: CallbackEvent): INodeProperties {
	const all = [...hints, SAMPLE_HINT].map((hint) => `<li>${hint}</li>`).join('');
	return {
		displayName: `Open Webhook URLs above and copy the Production URL.<ul>${all}</ul>`,
		name: `${option.value}Notice`,
		type: 'notice',
		displayOptions: { show: { event: [option.value] } },
		default: '',
	};
}

/** Options of one event only. */
const OF_RESULTS: INodeProperties['displayOptions'] = {
	show: { '/event': [outboundResult.option.value] },
};

export const callbackProperties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: events.map(({ option }) => option),
		default: DEFAULT_EVENT,
	},
	...events.map(noticeOf),
	{
		displayName: 'Secret',
		name: 'secret',
		type: 'string',
		typeOptions: { password: true },
		noDataExpression: true,
		default: '',
		description: `The end of the URLs above: a push to a URL without it does not start the workflow. Use ${SECRET_RULE}.`,
	},
	{
		displayName: `The Secret cannot be part of a URL. Use ${SECRET_RULE}.`,
		name: 'secretNotice',
		type: 'notice',
		displayOptions: {
			show: { secret: BAD_CHARACTERS.map((includes) => ({ _cnd: { includes } })) },
		},
		default: '',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: { binaryData: true },
		options: [
			{
				// n8n hands the body over unread, when it finds this among the options of a node of
				// version 1. Otherwise it answers 422 to JSON that is none.
				displayName: 'Binary Data',
				name: 'binaryData',
				type: 'hidden',
				default: true,
			},
			{
				displayName: 'Campaign IDs',
				name: 'campaignIds',
				type: 'string',
				displayOptions: OF_RESULTS,
				default: '',
				placeholder: 'e.g. 1302100000000000001, 1302100000000000002',
				description:
					'The campaigns whose results start the workflow, by their IDs, not their names. Separate them by commas, or give a list by an expression. Without this option all campaigns do.',
			},
			{
				displayName: 'Ignore Repeats',
				name: 'ignoreRepeats',
				type: 'boolean',
				default: true,
				description:
					'Whether to drop what was pushed before with the same content. The platform pushes again when the answer did not reach it.',
			},
			{
				displayName: 'Only Failed',
				name: 'onlyFailed',
				type: 'boolean',
				displayOptions: OF_RESULTS,
				default: false,
				description: 'Whether only calls that failed (callStatus 5) start the workflow',
			},
		],
	},
];
