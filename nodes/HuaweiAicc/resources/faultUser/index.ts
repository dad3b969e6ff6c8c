import type { Resource } from '../../shared/operation';
import { check } from './check';

export const faultUser: Resource = {
	name: 'Fault User',
	value: 'faultUser',
	authentication: 'token',
	operations: [check],
	defaultOperation: check,
};
