// Made by `npm run generate` from what is beside it.
import type { Resource } from '../../shared/operation';
import { getAccessCodes } from './getAccessCodes';
import { getHistory } from './getHistory';
import { getIndicators } from './getIndicators';
import { getIvrAccessCodes } from './getIvrAccessCodes';
import { getSkills } from './getSkills';
import { resource } from './resource';

export const vdn: Resource = {
	...resource,
	value: 'vdn',
	operations: [getAccessCodes, getHistory, getIndicators, getIvrAccessCodes, getSkills],
};
