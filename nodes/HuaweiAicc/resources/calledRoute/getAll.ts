import type { IDataObject } from 'n8n-workflow';

import { queryCalledRoute } from '../../../../aicc/endpoints/fabric/queryCalledRoute';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf, withNames } from '../../../shared/names';
import { OWN_CODE } from '../../shared/descriptions';
import { listOperation } from '../../shared/listOperation';

const { limits, meanings } = queryCalledRoute;

/** What a route without `editable` is. Source: vendor page cec_07_1033, "null as 0". */
const FREE = '0';

function filtersFrom(inputs: Inputs): IDataObject {
	return {
		accessCode: inputs.optionalText('filters.accessCode', OWN_CODE),
		extCode: inputs.optionalText('filters.extCode', OWN_CODE),
		deviceDesc: inputs.optionalText('filters.deviceDesc'),
		devicetype: inputs.optionalChoice('filters.devicetype'),
		mediaTypeId: inputs.optionalChoice('filters.mediaTypeId'),
	};
}

export const getAll = listOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many called routes',
		description: 'List which access code leads to which skill queue or IVR flow',
	},
	endpoint: queryCalledRoute,
	filters: {
		fields: [
			{
				displayName: 'Access Code',
				name: 'accessCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9911',
				description: 'Access code of the route',
			},
			{
				displayName: 'Device Description',
				name: 'deviceDesc',
				type: 'string',
				default: '',
				placeholder: 'e.g. Sales',
				description: 'Description of where the route leads',
			},
			{
				displayName: 'Device Type',
				name: 'devicetype',
				type: 'options',
				options: choicesOf(limits.devicetype.values, meanings.devicetype),
				default: 1,
				description: 'What the route leads to',
			},
			{
				displayName: 'Extension Code',
				name: 'extCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. 01',
				description: 'Extension code of the route',
			},
			{
				displayName: 'Media Type',
				name: 'mediaTypeId',
				type: 'options',
				options: choicesOf(limits.mediaTypeId.values, meanings.mediatypeId),
				default: 5,
				description: 'What kind of contact the route is for',
			},
		],
		from: filtersFrom,
	},
	toItem: (row) => ({
		...withNames({ ...row, editable: row.editable ?? FREE }, meanings),
		editable: row.editable as IDataObject[string],
	}),
});
