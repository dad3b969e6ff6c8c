import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { toNodeError } from '../shared/errors';
import { OutboundInputs } from './outboundInputs';
import { outboundProperties } from './properties';
import { receive } from './receive';
import { outboundTriggerPanel } from './triggerPanel';

/** The part of the URL after what n8n makes up for each node. */
const PATH = '={{ $parameter["secret"] ? "results/" + $parameter["secret"] : "results" }}';

export class HuaweiAiccOutboundTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei AICC Outbound Result Trigger',
		name: 'huaweiAiccOutboundTrigger',
		icon: {
			light: 'file:../../icons/huaweiAicc.svg',
			dark: 'file:../../icons/huaweiAicc.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["options"]["onlyFailed"] ? "failed calls" : "call results" }}',
		description:
			'Starts the workflow when Huawei Cloud AICC (CEC) pushes results of outbound calls',
		defaults: { name: 'Huawei AICC Outbound Result Trigger' },
		eventTriggerDescription: 'Waiting for a push to the Test URL',
		activationMessage: 'Enter the Production URL in the campaign, if it is not there yet.',
		triggerPanel: outboundTriggerPanel,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: PATH }],
		properties: outboundProperties,
	};

	/** The platform has no interface to register a URL: people enter it there. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				try {
					new OutboundInputs(this).check();
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
		return receive(this);
	}
}
