/** Which calls of CC-CMS are wanted: the fields for that, and what becomes of them. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { CallRecordQuery } from '../../aicc/endpoints/cms/querycallsV2/listCallRecords';
import type { Direction } from '../../aicc/endpoints/cms/shared/direction';
import { cmsTenant } from './cmsTenant';
import type { Inputs } from './inputs';
import { LINE_NUMBER } from './readers/phoneNumber';

const DIRECTIONS: Array<INodePropertyOptions & { value: Direction }> = [
	{ name: 'Inbound', value: 'inbound' },
	{ name: 'Outbound', value: 'outbound' },
];

/** Which way one call went. */
export const direction: INodeProperties = {
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	options: DIRECTIONS,
	default: 'inbound',
	description: 'Which way the call went: the service looks for it among those only',
};

/** Which way calls went. */
export const directions: INodeProperties = {
	...direction,
	options: [{ name: 'Both', value: 'both' }, ...DIRECTIONS],
	default: 'both',
	description: 'Which way the calls went. Of both, inbound ones come out first.',
};

/** What calls can be narrowed by. */
export const callFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Called Number',
			name: 'calledNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. 8000001',
			description: 'Calls to this number only',
		},
		{
			displayName: 'Calling Number',
			name: 'callerNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. 9000001',
			description: 'Calls of this number only',
		},
	],
};

/** The calls that `directions`, `callFilters` and the tenant mean, without their span. */
export function wantedCalls(inputs: Inputs): Omit<CallRecordQuery, 'begin' | 'end'> {
	const chosen = inputs.optionalChoice('direction');
	const all = DIRECTIONS.map(({ value }) => value);
	return {
		...cmsTenant(inputs),
		directions: all.filter((one) => chosen === 'both' || chosen === one),
		callerNo: inputs.optionalPhoneNumber('filters.callerNumber', LINE_NUMBER)?.number,
		calleeNo: inputs.optionalPhoneNumber('filters.calledNumber', LINE_NUMBER)?.number,
	};
}
