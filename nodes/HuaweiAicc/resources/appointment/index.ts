// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { create } from './create';
import { deleteAppointment } from './delete';
import { getAll } from './getAll';
import { resource } from './resource';

export const appointment: Resource = {
	...resource,
	value: 'appointment',
	operations: [create, deleteAppointment, getAll],
};
