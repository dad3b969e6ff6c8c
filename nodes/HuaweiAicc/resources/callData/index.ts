import type { Resource } from '../../shared/operation';
import { add } from './add';
import { deleteCallData } from './delete';
import { get } from './get';

export const callData: Resource = {
	name: 'Call Data',
	value: 'callData',
	authentication: 'akSk',
	operations: [add, deleteCallData, get],
	defaultOperation: add,
};
