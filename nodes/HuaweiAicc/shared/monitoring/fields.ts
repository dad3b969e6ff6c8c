/** Fields of the operations that ask what goes on: agents, skill queues, VDNs. */
import type { INodeProperties } from 'n8n-workflow';

import { MEDIA_TYPES } from '../../../../aicc/endpoints/cms/shared/tables';
import { TIME_GRAINS } from '../../../../aicc/endpoints/cms/shared/indicators';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { locator } from '../descriptions';

/** One skill queue of the VDN. */
export const skillId: INodeProperties = locator({
	displayName: 'Skill',
	name: 'skillId',
	description: 'The skill queue',
	searchListMethod: 'searchVdnSkills',
	placeholder: 'Select a skill...',
	hint: 'The ID of the skill queue',
	example: 'e.g. 10',
	dependsOn: ['options.vdnId', 'options.ccId'],
});

const mediaType: INodeProperties = {
	displayName: 'Media Type',
	name: 'mediaType',
	type: 'options',
	options: choicesOf(Object.keys(MEDIA_TYPES).map(Number), MEDIA_TYPES),
	default: 5,
	description: 'What kind of contact is counted',
};

const subMediaType: INodeProperties = {
	displayName: 'Submedia Type',
	name: 'subMediaType',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 1,
	description: 'What kind of contact is counted within the media type, by its number',
};

const timeGrain: INodeProperties = {
	displayName: 'Time Step',
	name: 'timeGrain',
	type: 'options',
	options: TIME_GRAINS.map((value) => ({ name: `${value.slice(0, 2)} Minutes`, value })),
	default: '60MIN',
	description:
		'Width of the steps that the day is told in. Without it the indicators are about the day so far; some are there with steps only.',
};

const enableOffset: INodeProperties = {
	displayName: 'Previous Day',
	name: 'enableOffset',
	type: 'boolean',
	default: true,
	description: 'Whether to ask for the day before today',
};

/** What the past may be narrowed by. */
export const HISTORY_FILTERS = { enableOffset, mediaType, subMediaType, timeGrain };

/** The filters of `HISTORY_FILTERS` as the service takes them. What is undefined is not sent. */
export function historyFiltersFrom(inputs: Inputs) {
	const offset = inputs.optionalSwitch('filters.enableOffset');
	return {
		timeGrain: inputs.optionalChoice('filters.timeGrain'),
		...mediaFrom(inputs),
		enableOffset: offset === undefined ? undefined : offset ? 'Y' : 'N',
	};
}

/** What kind of contact is counted. */
export function mediaFrom(inputs: Inputs) {
	return {
		mediaType: inputs.optionalChoice('filters.mediaType'),
		subMediaType: inputs.optionalNumber('filters.subMediaType', { min: 0 }),
	};
}
