import type { ResourceFacts } from '../../shared/operation';
import { getQuickResult } from './getQuickResult';

/** @zh 故障诊断 */
export const resource: ResourceFacts = {
	name: 'Fault Diagnosis',
	authentication: 'token',
	defaultOperation: getQuickResult,
};
