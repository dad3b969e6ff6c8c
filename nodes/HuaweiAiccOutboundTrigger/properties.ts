import type { INodeProperties } from 'n8n-workflow';

/**
 * What a secret must not have. The vendor allows a-zA-Z0-9-:./_#?& in addresses for callbacks; of
 * these : . / # ? & mean something of their own in a URL or in n8n's paths.
 */
export const BAD_SECRET = '[^\\w-]|.{65}';

export const SECRET_RULE = 'at most 64 letters, digits, - and _';

export const outboundProperties: INodeProperties[] = [
	{
		displayName:
			"Open Webhook URLs above and copy the Production URL.<ul><li>Enter it in the campaign as callback address (callBackUrl), or have it set as tenant parameter.</li><li>Have the platform's administrator put the address of this n8n on the address list for callbacks.</li><li>The platform needs HTTPS with TLS 1.2 or newer.</li><li>It signs nothing: set a Secret, and let only the platform's addresses through.</li></ul>",
		name: 'notice',
		type: 'notice',
		default: '',
	},
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
		displayOptions: { show: { secret: [{ _cnd: { regex: BAD_SECRET } }] } },
		default: '',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Campaign IDs',
				name: 'campaignIds',
				type: 'string',
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
					'Whether to drop a result that was pushed before with the same content. The platform pushes a result again when the answer did not reach it.',
			},
			{
				displayName: 'Only Failed',
				name: 'onlyFailed',
				type: 'boolean',
				default: false,
				description: 'Whether only calls that failed (callStatus 5) start the workflow',
			},
		],
	},
];
