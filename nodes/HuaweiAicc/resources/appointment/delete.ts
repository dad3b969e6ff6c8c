import { appointDelete } from '../../../../aicc/endpoints/isales/appointDelete';
import { vdnOptions } from '../../../shared/descriptions';
import { locator, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const deleteAppointment: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete appointment',
		description: 'Delete an appointment that is not being called',
	},
	fields: [
		locator({
			displayName: 'Appointment',
			name: 'appointId',
			description: 'The appointment',
			searchListMethod: 'searchAppointments',
			placeholder: 'Select an appointment...',
			hint: 'The ID of the appointment (appointId)',
			example: 'e.g. 2000000000001',
		}),
		vdnOptions,
	],
	async execute(inputs, ask) {
		const appointId = inputs.text('appointId', SERVICE_ID);
		await ask(appointDelete, { path: inputs.vdnPath(), body: { appointId } });
		return [{ deleted: true, appointId }];
	},
};
