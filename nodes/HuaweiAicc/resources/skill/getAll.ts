import type { IDataObject } from 'n8n-workflow';

import { MAX_SKILL_IDS, querySkills } from '../../../../aicc/endpoints/fabric/querySkills';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { SERVICE_ID } from '../../shared/descriptions';
import { listOperation } from '../../shared/listOperation';

const { limits, meanings } = querySkills;

const SKILL_IDS = 'filters.skillIds';

/** Source: vendor page cec_07_0037; all of it is text there. */
function filtersFrom(inputs: Inputs): IDataObject {
	const skillIds = inputs.optionalTexts(SKILL_IDS, SERVICE_ID);
	if (skillIds.length > MAX_SKILL_IDS) {
		throw inputs.complaint(
			SKILL_IDS,
			`has ${skillIds.length} skills`,
			`Enter at most ${MAX_SKILL_IDS}: the service gives no more of them back.`,
		);
	}
	return {
		name: inputs.optionalText('filters.name'),
		mediaTypeId: inputs.optionalChoice('filters.mediaTypeId'),
		skillIds: skillIds.length > 0 ? skillIds : undefined,
	};
}

export const getAll = listOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many skills',
		description: 'List the skill queues of the tenant space',
	},
	endpoint: querySkills,
	filters: {
		fields: [
			{
				displayName: 'Media Type',
				name: 'mediaTypeId',
				type: 'options',
				options: choicesOf(limits.mediaTypeId.values, meanings.mediaTypeId),
				default: '5',
				description: 'What kind of contact the skill queue is for',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Sales',
				description: 'Name of the skill queue, without punctuation',
			},
			{
				displayName: 'Skill Names or IDs',
				name: 'skillIds',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getSkills' },
				default: [],
				description:
					'Skill queues that are wanted, at most 100. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
		],
		from: filtersFrom,
	},
});
