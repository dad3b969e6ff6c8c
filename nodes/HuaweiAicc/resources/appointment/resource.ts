import type { ResourceFacts } from '../../shared/operation';
import { getAll } from './getAll';

/** @zh 预约外呼 */
export const resource: ResourceFacts = {
	name: 'Appointment',
	authentication: 'akSk',
	defaultOperation: getAll,
};
