import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { authenticationProperties, shownFor } from '../shared/authentication';
import { credentialTest } from '../shared/credentialTests';
import * as listSearch from './listSearch';
import * as loadOptions from './loadOptions';
import { customOperationsOf, DECLARATIVE } from './n8nEngines';
import { resources } from './resources';
import { allProperties, subtitleOf } from './shared/properties';

export class HuaweiAicc implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei AICC',
		name: 'huaweiAicc',
		icon: {
			light: 'file:../../icons/huaweiAicc.svg',
			dark: 'file:../../icons/huaweiAicc.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Make calls and voice notifications, manage agents, routes and outbound campaigns, and look things up in Huawei Cloud AICC (CEC), the cloud contact centre',
		defaults: { name: 'Huawei AICC' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		...DECLARATIVE,
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
		properties: [
			...authenticationProperties('resource', resources),
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: resources.map(({ name, value }) => ({ name, value })),
				default: 'accessCode',
			},
			...allProperties(resources),
		],
	};

	constructor() {
		this.description.subtitle = subtitleOf(resources);
	}

	customOperations = customOperationsOf(resources);

	methods = {
		credentialTest,
		listSearch: { ...listSearch },
		loadOptions: { ...loadOptions },
	};
}
