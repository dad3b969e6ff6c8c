import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_CC_ID, MAX_CC_ID, MAX_VDN_ID } from '../../aicc/base/callCentre';
import { CMS_MAX_VDN } from '../../aicc/endpoints/cms/product';
import { queryfaultyuser } from '../../aicc/endpoints/fabric/queryfaultyuser';

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

/** The VDN ID in place of the credential's. @param max of the interfaces */
function vdnIdTo(max: number): INodeProperties {
	return {
		displayName: 'VDN ID',
		name: 'vdnId',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: max, numberPrecision: 0 },
		default: 0,
		description: `Number of the virtual call centre, from 1 to ${max}, if it is not the one in the credential. Leave at 0 for the one in the credential.`,
	};
}

const vdnId = vdnIdTo(MAX_VDN_ID);

const cmsVdnId = vdnIdTo(CMS_MAX_VDN);

/** The call centre in place of the credential's. */
const ccId: INodeProperties = {
	displayName: 'CC ID',
	name: 'ccId',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_CC_ID, numberPrecision: 0 },
	default: DEFAULT_CC_ID,
	description: 'Number of the call centre, if it is not the one in the credential',
};

/** Takes out of phone numbers what people and spreadsheets put in. */
const cleanNumbers: INodeProperties = {
	displayName: 'Clean Numbers',
	name: 'cleanNumbers',
	type: 'boolean',
	default: false,
	description:
		'Whether to take blanks, dashes, dots, slashes and brackets out of phone numbers, and what spreadsheets add: a leading apostrophe, ="…", a trailing .0. Otherwise such a number is refused.',
};

const countryCode: INodeProperties = {
	displayName: 'Country Code',
	name: 'countryCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. 86',
	description:
		'Taken off where a number begins with + or 00 and this code. Goes with Clean Numbers only.',
};

function optionCollection(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}

/** Options of operations with the AK/SK credential. */
export const vdnOptions = optionCollection([vdnId]);

/** The same with options of an operation's own, which come first in the alphabet. */
export function ownVdnOptions(own: INodeProperties[]): INodeProperties {
	return optionCollection([...own, vdnId]);
}

/** Options of operations that take a call centre. */
export const ccOptions = optionCollection([ccId]);

/** Options of operations of CC-CMS. */
export const cmsOptions = optionCollection([ccId, cmsVdnId]);

/** The same of one that takes no call centre. */
export const cmsVdnOptions = optionCollection([cmsVdnId]);

/** The same of one that takes phone numbers, too. */
export const cmsNumberOptions = optionCollection([ccId, cleanNumbers, countryCode, cmsVdnId]);

/** The same with options of an operation's own, which come between the two in the alphabet. */
export function ownCmsOptions(own: INodeProperties[]): INodeProperties {
	return optionCollection([ccId, ...own, cmsVdnId]);
}

/** Options of operations of CC-CMS that have fields for their VDNs. */
export function ownCcOptions(own: INodeProperties[]): INodeProperties {
	return optionCollection([ccId, ...own]);
}

/** The same of those that take phone numbers, too. */
export function ownCcAndNumberOptions(own: INodeProperties[]): INodeProperties {
	return optionCollection([ccId, cleanNumbers, countryCode, ...own]);
}

/** Options of operations with the AK/SK credential that take a phone number. */
export const numberAndVdnOptions = optionCollection([cleanNumbers, countryCode, vdnId]);

/** The same with options of an operation's own, which come first in the alphabet. */
export function ownNumberAndVdnOptions(own: INodeProperties[]): INodeProperties {
	return optionCollection([...own, cleanNumbers, countryCode, vdnId]);
}

/** Options of operations with the token credential that take a phone number. */
export const numberOptions = optionCollection([cleanNumbers, countryCode]);

/** Options for numbers whose country code belongs to them. */
export const msisdnOptions = optionCollection([
	{
		...cleanNumbers,
		description:
			'Whether to take blanks, dashes, dots, slashes and brackets out of the number, a + or 00 before the country code, and what spreadsheets add: a leading apostrophe, ="…", a trailing .0. Otherwise such a number is refused.',
	},
]);

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
	typeOptions: {
		minValue: queryfaultyuser.limits.backtraceDuration.min,
		numberPrecision: 0,
	},
	default: 3600,
	description:
		'How many seconds to look back from the fault time, from 60. More than 86400 (a day) counts as 86400.',
	hint: 'In seconds',
};
