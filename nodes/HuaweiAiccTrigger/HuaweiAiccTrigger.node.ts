import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import type { Authentication } from '../../aicc/connection';
import { accessCodeChanged } from './events/accessCodeChanged';
import { faultUserFound } from './events/faultUserFound';
import { obsResultCodeChanged } from './events/obsResultCodeChanged';
import { poll } from './poll';
import { triggerProperties } from './properties';

const events = [accessCodeChanged, faultUserFound, obsResultCodeChanged];

/** When the editor and the engine take a credential. */
function shownFor(authentication: Authentication) {
	const own = events.filter((event) => event.authentication === authentication);
	return { show: { event: own.map(({ option }) => option.value) } };
}

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
			{ name: 'huaweiAiccTokenApi', required: true, displayOptions: shownFor('token') },
			{ name: 'huaweiAiccAkSkApi', required: true, displayOptions: shownFor('akSk') },
		],
		properties: triggerProperties(events),
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, events);
	}
}
