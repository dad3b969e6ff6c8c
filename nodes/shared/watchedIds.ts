/** Which agents, skill queues or VDNs are looked at: the fields for that, and what is in them. */
import type { INodeProperties } from 'n8n-workflow';

import { CMS_MAX_VDN } from '../../aicc/endpoints/cms/product';
import type { Inputs } from './inputs';
import { readIds, type IdRange } from './readers/ids';

/** Several things of the tenant: chosen from a list, or given by an expression. */
function several(displayName: string, name: string, method: string, words: string) {
	return {
		displayName,
		name,
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: method,
			loadOptionsDependsOn: ['options.vdnId', 'options.ccId'],
		},
		default: [],
		required: true,
		description: `${words}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		hint: 'An expression may also give a text with commas between the IDs',
	} satisfies INodeProperties;
}

export const agentIds: INodeProperties = several(
	'Agent Names or IDs',
	'agentIds',
	'getVdnAgents',
	'The agents, by their work numbers',
);

export const skillIds: INodeProperties = several(
	'Skill Names or IDs',
	'skillIds',
	'getVdnSkills',
	'The skill queues',
);

/** No interface lists the VDNs of a tenant. */
export const vdnIds: INodeProperties = {
	displayName: 'VDN IDs',
	name: 'vdnIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1, 2',
	description:
		'Numbers of the virtual call centres, with commas between them. Leave empty for the one in the credential.',
};

/** IDs of which no page states a range. */
const ANY_ID: readonly IdRange[] = [{ min: 0 }];

/** The IDs in a field. @param ranges in which the interface has them */
export function idsFrom(
	inputs: Inputs,
	name: 'agentIds' | 'skillIds',
	ranges: readonly IdRange[] = ANY_ID,
): number[] {
	return inputs.needed(
		name,
		inputs.optional(name, (value) => readIds(value, ranges)),
	);
}

/** The VDNs in a field, or that of the credential. */
export function vdnIdsFrom(inputs: Inputs): number[] {
	const own = inputs.optional('vdnIds', (value) => readIds(value, [{ min: 1, max: CMS_MAX_VDN }]));
	return own ?? [inputs.vdn(CMS_MAX_VDN)];
}
