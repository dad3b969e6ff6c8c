import type { Resource } from '../../shared/operation';
import { add } from './add';
import { check } from './check';
import { deleteNumber } from './delete';
import { getAll } from './getAll';

export const blocklist: Resource = {
	name: 'Blocklist',
	value: 'blocklist',
	authentication: 'akSk',
	operations: [add, check, deleteNumber, getAll],
	defaultOperation: check,
};
