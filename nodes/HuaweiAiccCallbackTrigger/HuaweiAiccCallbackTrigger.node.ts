import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { credentialTest } from '../shared/credentialTests';
import { toNodeError } from '../shared/errors';
import { CallbackInputs } from './callbackInputs';
import { events } from './events';
import { callbackProperties } from './properties';
import { receive } from './receive';
import { giveSample } from './sample';
import { callbackTriggerPanel } from './triggerPanel';

const eventNames = Object.fromEntries(events.map(({ option }) => [option.value, option.name]));

/** The part of the URL after what n8n makes up for each node. */
const PATH = '={{ $parameter["secret"] ? "callbacks/" + $parameter["secret"] : "callbacks" }}';

export class HuaweiAiccCallbackTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei AICC Callback Trigger',
		name: 'huaweiAiccCallbackTrigger',
		icon: {
			light: 'file:../../icons/huaweiAicc.svg',
			dark: 'file:../../icons/huaweiAicc.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: `={{ (${JSON.stringify(eventNames)})[$parameter["event"]] }}`,
		description:
			'Starts the workflow when Huawei Cloud AICC (CEC) pushes something: results of outbound calls, calls that were connected or ended, files that are ready',
		defaults: { name: 'Huawei AICC Callback Trigger' },
		eventTriggerDescription: 'Waiting for a push to the Test URL',
		activationMessage: 'Enter the Production URL on the platform, if it is not there yet.',
		triggerPanel: callbackTriggerPanel,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'huaweiAiccAkSkApi',
				required: false,
				testedBy: 'testHuaweiAiccAkSk',
				displayOptions: {
					show: {
						event: events.filter(({ isSigned }) => isSigned).map(({ option }) => option.value),
					},
				},
			},
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: PATH },
			// A browser that opens the Test URL gets the editor a sample.
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				path: PATH,
				ndvHideUrl: true,
			},
		],
		properties: callbackProperties,
	};

	methods = { credentialTest };

	/** The platform has no interface to register a URL: people enter it there. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				try {
					new CallbackInputs(this).check();
				} catch (thrown) {
					throw toNodeError(this.getNode(), thrown);
				}
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === 'setup' ? giveSample(this) : await receive(this);
	}
}
