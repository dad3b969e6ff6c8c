import type { IDataObject } from 'n8n-workflow';

import { BLOCKED_NUMBERS, listIsales } from '../../../../aicc/isalesLists';
import { asText } from '../../../../aicc/json';
import { returnAllAndLimit, vdnOptions } from '../../../shared/descriptions';
import { categoryId, filterCollection, OWN_CODE, typeId } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many blocked numbers',
		description: 'List the numbers that are blocked',
	},
	fields: [...returnAllAndLimit, filterCollection([categoryId, typeId]), vdnOptions],
	async execute(inputs, ask) {
		const filters = {
			relCategoryId: inputs.optionalText('filters.categoryId', OWN_CODE),
			typeId: inputs.optionalText('filters.typeId', OWN_CODE),
		};
		const path = inputs.vdnPath();
		const rows = await listIsales(ask, BLOCKED_NUMBERS, path, inputs.wanted(), filters);
		return rows.map(
			(row): IDataObject => ({ ...(row as IDataObject), number: asText(row.blockNum) ?? null }),
		);
	},
};
