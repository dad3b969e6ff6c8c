/** Fields that several operations have in common. */
import type { INodeProperties } from 'n8n-workflow';

import { queryCallState } from '../../../aicc/endpoints/fabric/queryCallState';
import { addCalldata } from '../../../aicc/endpoints/isales/addCalldata';
import { locator } from '../../shared/locator';
import type { TextRules } from '../../shared/readers/text';

export { campaignId, locator, SERVICE_ID, type LocatorWords } from '../../shared/locator';

/**
 * What an operation lets the user narrow its answer by.
 *
 * @param needed which of them must be set, where the operation cannot do without all of them
 */
export function filterCollection(options: INodeProperties[], needed?: string): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		...(needed === undefined ? {} : { description: needed }),
		options,
	};
}

/**
 * What an operation can do without.
 *
 * @param needed which of them must be set, where it cannot do without all of them
 */
export function additionalFieldCollection(
	options: INodeProperties[],
	needed?: string,
): INodeProperties {
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		...(needed === undefined ? {} : { description: needed }),
		options,
	};
}

/** An ID or code that the tenant makes: any characters, with the digits of every keyboard. */
export const OWN_CODE: TextRules = { isCode: true };

/** The user's own ID of a record. */
export const SESSION_ID: TextRules = { isCode: true, ...addCalldata.limits.sessionId };

/** The user's own mark for records. */
export const CUSTOM_FIELD: TextRules = addCalldata.limits.customField;

/** A number that calls are made from. Source: vendor pages cec_07_0721, 0735 and 0736. */
export const ACCESS_CODE: TextRules = {
	isCode: true,
	maxLength: 24,
	allowed: /[0-9*#]/,
	mustBe: 'digits, * and # only',
};

/** What becomes of records of a campaign that are deleted. */
export const archiveHistory: INodeProperties = {
	displayName: 'Archive History',
	name: 'archiveHistory',
	type: 'boolean',
	default: false,
	description: 'Whether to keep the deleted records in the history of the campaign',
};

/** Result codes of outbound calls. Source: seed queryOBSResultCode, `obsCode`, "00602". */
export const OBS_CODES: TextRules = {
	isCode: true,
	allowed: /[\w-]/,
	mustBe: 'OBS result codes such as 00602, with commas between them',
};

export const externalResultId = locator({
	displayName: 'External Result',
	name: 'externalResultId',
	description: 'The external result that outbound calls can end with',
	searchListMethod: 'searchExternalResults',
	placeholder: 'Select an external result...',
	hint: 'The number of the external result (defId)',
	example: 'e.g. 1402245659',
});

/** IDs of external results are numbers. Source: seed queryObsResultDetail, `defId`. */
export const EXTERNAL_RESULT_ID: TextRules = {
	isCode: true,
	allowed: /\d/,
	mustBe: 'the ID of an external result, digits only',
};

/** What an external result is called, and the codes that belong to it. */
export const externalResultFields: INodeProperties[] = [
	{
		displayName: 'Display Result',
		name: 'displayResult',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Call not answered',
		description: 'What the external result is called',
	},
	{
		displayName: 'OBS Result Code Names or IDs',
		name: 'obsCodes',
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: 'getObsResultCodes',
			loadOptionsDependsOn: ['options.vdnId'],
		},
		default: [],
		required: true,
		description:
			'The result codes of outbound calls that belong to it. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

export const sessionId: INodeProperties = {
	displayName: 'Session ID',
	name: 'sessionId',
	type: 'string',
	default: '',
	placeholder: 'e.g. crm-20260301-1',
	description: 'Your own ID of the record, which comes back in the results; at most 32 characters',
};

export const customField: INodeProperties = {
	displayName: 'Custom Field',
	name: 'customField',
	type: 'string',
	default: '',
	placeholder: 'e.g. spring-offer',
	description: 'Your own mark for records that belong together, at most 200 characters',
};

export const recycleTime: INodeProperties = {
	displayName: 'Recycle Time',
	name: 'recycleTime',
	type: 'dateTime',
	default: '',
	description: "The recycle time of the record, by the clock of the tenant's time zone",
};

export const categoryId: INodeProperties = {
	displayName: 'Category ID',
	name: 'categoryId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1',
	description: 'Category of the number: without one it is blocked for every campaign',
};

export const typeId: INodeProperties = {
	displayName: 'Type ID',
	name: 'typeId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1',
	description: 'Type of the number, as it is set up in AICC',
};

/**
 * The called number. One field for all who have one: n8n works out the expression in a field once
 * more for each other field of the same name.
 */
export const calledNumber: INodeProperties = {
	displayName: 'Called Number',
	name: 'calledNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 13900000001',
	description:
		'Number that is called, of digits, * and #: at most 24 for a campaign, else at most 32 with a + before them if there is one',
};

/** The number of the blocklist operations. */
export const blockedNumber: INodeProperties = {
	displayName: 'Number',
	name: 'number',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 13900000001',
	description: 'The phone number: digits, * and #, at most 24',
};

/** The number of a call that the interfaces have made. */
export const callSerialNo: INodeProperties = {
	displayName: 'Call Serial Number',
	name: 'callSerialNo',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1700000000000000001',
	description:
		'The serial number of the call, which Create and the voice notifications give out. Give it as text: it has 18 or 19 digits.',
};

/** Serial numbers of calls. Source: vendor page cec_07_0055. */
export const CALL_SERIAL_NO: TextRules = { isCode: true, ...queryCallState.limits.callSerialNo };

export const msisdn: INodeProperties = {
	displayName: 'MSISDN',
	name: 'msisdn',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 6680512100869',
	description: 'Mobile number of the subscriber, with country code',
};
