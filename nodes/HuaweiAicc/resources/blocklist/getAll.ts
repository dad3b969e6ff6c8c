import type { IDataObject } from 'n8n-workflow';

import { BLOCKED_NUMBERS, listIsales } from '../../../../aicc/isalesLists';
import { returnAllAndLimit, vdnId } from '../../../shared/descriptions';
import { categoryId, filterCollection, typeId } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many blocked numbers',
		description: 'List the numbers that are blocked',
	},
	fields: [...returnAllAndLimit, vdnId, filterCollection([categoryId, typeId])],
	async execute(inputs, ask) {
		const filters = {
			relCategoryId: inputs.optionalText('filters.categoryId'),
			typeId: inputs.optionalText('filters.typeId'),
		};
		const path = inputs.vdnPath();
		return (await listIsales(
			ask,
			BLOCKED_NUMBERS,
			path,
			inputs.wanted(),
			filters,
		)) as IDataObject[];
	},
};
