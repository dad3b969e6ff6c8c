import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../../../aicc/base/json';
import { blocklistQuery } from '../../../../aicc/endpoints/isales/blocklistQuery';
import { categoryId, OWN_CODE, typeId } from '../../shared/descriptions';
import { listOperation } from '../../shared/listOperation';

export const getAll = listOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many blocked numbers',
		description: 'List the numbers that are blocked',
	},
	endpoint: blocklistQuery,
	filters: {
		fields: [categoryId, typeId],
		from: (inputs) => ({
			relCategoryId: inputs.optionalText('filters.categoryId', OWN_CODE),
			typeId: inputs.optionalText('filters.typeId', OWN_CODE),
		}),
	},
	toItem: (row) => ({ ...(row as IDataObject), number: asText(row.blockNum) ?? null }),
});
