// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { getDeepResult } from './getDeepResult';
import { getQuickResult } from './getQuickResult';
import { submit } from './submit';
import { resource } from './resource';

export const faultDiagnosis: Resource = {
	...resource,
	value: 'faultDiagnosis',
	operations: [getDeepResult, getQuickResult, submit],
};
