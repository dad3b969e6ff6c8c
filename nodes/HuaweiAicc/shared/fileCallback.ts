import type { INodeProperties } from 'n8n-workflow';

/** Where the name of a requested file is pushed to. */
export const fileCallbackUrl: INodeProperties = {
	displayName: 'Callback URL',
	name: 'callBackURL',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://n8n.example.com/webhook/…/callbacks',
	description:
		'Where the platform pushes the name of the file when it is ready: the Production URL of a Huawei AICC Callback Trigger with the event File Ready',
};
