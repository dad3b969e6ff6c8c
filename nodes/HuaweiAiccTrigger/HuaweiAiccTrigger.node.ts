import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { shownFor } from '../shared/authentication';
import { getVdnAgents, getVdnSkills } from '../shared/cmsLists';
import { credentialTest } from '../shared/credentialTests';
import { searchCampaigns } from '../shared/searchCampaigns';
import { accessCodeChanged } from './events/accessCodeChanged';
import { agentStatusChanged } from './events/agentStatusChanged';
import { callRecordAdded } from './events/callRecordAdded';
import { callResultAdded } from './events/callResultAdded';
import { faultUserFound } from './events/faultUserFound';
import { indicatorCrossed } from './events/indicatorCrossed';
import { obsResultCodeChanged } from './events/obsResultCodeChanged';
import type { TriggerEvent } from './event';
import { searchIndicators } from './searchIndicators';
import { poll } from './poll';
import { triggerProperties } from './properties';

const events: TriggerEvent[] = [
	accessCodeChanged,
	agentStatusChanged,
	callRecordAdded,
	callResultAdded,
	faultUserFound,
	indicatorCrossed,
	obsResultCodeChanged,
];

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

	methods = {
		credentialTest,
		listSearch: { searchCampaigns, searchIndicators },
		loadOptions: { getVdnAgents, getVdnSkills },
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, events);
	}
}
