import { modifyCalledRoute } from '../../../../aicc/endpoints/fabric/modifyCalledRoute';
import { locator, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { deviceFields, deviceFrom } from './devices';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update called route',
		description: 'Let a called route lead to another skill queue or IVR flow',
	},
	fields: [
		locator({
			displayName: 'Called Route',
			name: 'id',
			description: 'The called route',
			searchListMethod: 'searchCalledRoutes',
			placeholder: 'Select a called route...',
			hint: 'The ID (id) that Get Many gives, not the dnid',
			example: 'e.g. 1000000000000000001',
		}),
		...deviceFields,
	],
	async execute(inputs, ask) {
		const body = { id: inputs.text('id', SERVICE_ID), ...deviceFrom(inputs) };
		await ask(modifyCalledRoute, { body });
		return [{ success: true, id: body.id }];
	},
};
