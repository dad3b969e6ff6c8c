import { queryAccessCodeList } from '../../../../aicc/endpoints/fabric/queryAccessCodeList';
import { listAccessCodes } from '../../../../aicc/endpoints/fabric/queryAccessCodeList/listAccessCodes';
import type { AccessCodeFilters } from '../../../../aicc/endpoints/fabric/queryAccessCodeList/collection';
import { accessCodeItem } from '../../../shared/accessCode';
import { returnAllAndLimit } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { filterCollection, OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const { limits, meanings } = queryAccessCodeList;

/** Only what the user set: an empty filter must not reach the service. */
function filtersOf(inputs: Inputs): AccessCodeFilters {
	const filters: AccessCodeFilters = {};
	const accessCode = inputs.optionalText('filters.accessCode', OWN_CODE);
	const description = inputs.optionalText('filters.description');
	const mediaType = inputs.optionalChoice('filters.mediaType');
	if (accessCode !== undefined) filters.accessCode = accessCode;
	if (description !== undefined) filters.description = description;
	if (mediaType !== undefined) filters.mediatypeId = Number(mediaType);
	return filters;
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many access codes',
		description: 'List the access codes (hotlines) of the tenant',
	},
	fields: [
		...returnAllAndLimit,
		filterCollection([
			{
				displayName: 'Access Code',
				name: 'accessCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9911',
				description: 'Part of the access code',
			},
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				placeholder: 'e.g. after-sales',
				description: 'Part of the description of the access code',
			},
			{
				displayName: 'Media Type',
				name: 'mediaType',
				type: 'options',
				options: choicesOf(limits.mediatypeId.values, meanings.mediatypeId),
				default: 5,
				description: 'What kind of contact the access code is for',
			},
		]),
	],
	async execute(inputs, ask) {
		const rows = await listAccessCodes(ask, filtersOf(inputs), inputs.wanted());
		return rows.map(accessCodeItem);
	},
};
