import {
	deletingRoutes,
	MAX_DNID_LENGTH,
} from '../../../../aicc/endpoints/fabric/deleteCalledRoute';
import { locator, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const deleteRoute: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete called route',
		description: 'Delete called routes; those of many items go together',
	},
	fields: [
		locator({
			displayName: 'Called Route',
			name: 'dnid',
			description: 'The called route',
			searchListMethod: 'searchDnids',
			placeholder: 'Select a called route...',
			hint: 'The dnid that Get Many gives, not the ID',
			example: 'e.g. 2000000000000000001',
		}),
	],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const dnid = inputs.text('dnid', { ...SERVICE_ID, maxLength: MAX_DNID_LENGTH });
		await sendInBatch(deletingRoutes, dnid);
		return [{ deleted: true, dnid }];
	},
};
