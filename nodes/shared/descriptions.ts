import type { INodeProperties } from 'n8n-workflow';

import { BACKTRACE_SECONDS } from '../../aicc/limits';
import { MAX_VDN_ID } from '../../aicc/target';

/** Return All and Limit, the same for every operation that gets many. */
export const returnAllAndLimit: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** The VDN ID in place of the credential's. */
export const vdnId: INodeProperties = {
	displayName: 'VDN ID',
	name: 'vdnId',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MAX_VDN_ID, numberPrecision: 0 },
	default: 0,
	description:
		'Number of the virtual call centre, from 1 to 9999, if it is not the one in the credential. Leave at 0 for the one in the credential.',
};

/** The scenario of SmartCare. */
export const complaintScene: INodeProperties = {
	displayName: 'Complaint Scene',
	name: 'complaintScene',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1',
	description:
		'What the subscriber complains about: a scenario set up for your tenant in SmartCare',
};

/** How far SmartCare looks back. */
export const backtraceDuration: INodeProperties = {
	displayName: 'Backtrace Duration',
	name: 'backtraceDuration',
	type: 'number',
	typeOptions: { minValue: BACKTRACE_SECONDS.min, numberPrecision: 0 },
	default: 3600,
	description:
		'How many seconds to look back from the fault time, from 60. More than 86400 (a day) counts as 86400.',
};
