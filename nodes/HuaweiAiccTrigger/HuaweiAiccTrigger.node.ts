import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { shownFor } from '../shared/authentication';
import { credentialTest } from '../shared/credentialTests';
import { accessCodeChanged } from './events/accessCodeChanged';
import { faultUserFound } from './events/faultUserFound';
import { obsResultCodeChanged } from './events/obsResultCodeChanged';
import { poll } from './poll';
import { triggerProperties } from './properties';

const events = [accessCodeChanged, faultUserFound, obsResultCodeChanged];

const eventNames = Object.fromEntries(events.map(({ option }) => [option.value, option.name]));

export class HuaweiAiccTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei AICC Trigger',
		name: 'huaweiAiccTrigger',
		icon: {
			light: 'file:../../icons/huaweiAicc.svg',
			dark: 'file:../../icons/huaweiAicc.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: `={{ (${JSON.stringify(eventNames)})[$parameter["event"]] }}`,
		description: 'Starts the workflow when something changes in Huawei Cloud AICC (CEC)',
		defaults: { name: 'Huawei AICC Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'huaweiAiccTokenApi',
				required: true,
				testedBy: 'testHuaweiAiccToken',
				displayOptions: shownFor('token'),
			},
			{
				name: 'huaweiAiccAkSkApi',
				required: true,
				testedBy: 'testHuaweiAiccAkSk',
				displayOptions: shownFor('akSk'),
			},
		],
		properties: triggerProperties(events),
	};

	methods = { credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, events);
	}
}
