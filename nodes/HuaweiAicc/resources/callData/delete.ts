import type { IDataObject } from 'n8n-workflow';

import { deleteCalldata } from '../../../../aicc/endpoints/isales/deleteCalldata';
import { ownNumberAndVdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { DIALLED_NUMBER } from '../../../shared/readers/phoneNumber';
import {
	archiveHistory,
	campaignId,
	CUSTOM_FIELD,
	customField,
	filterCollection,
	recycleTime,
	SERVICE_ID,
	SESSION_ID,
	sessionId,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const RECYCLE_TYPE = 'filters.recycleType';

/** Which records are meant, by the names of the form. */
interface Filters extends IDataObject {
	calledNumber?: string;
	/** The called number as it came, if it is sent as something else. */
	input?: string;
	customField?: string;
	recycleTime?: string;
	recycleType?: string | number;
	sessionId?: string;
}

/**
 * Source: vendor page cec_07_0761. There everything is optional: without any of them all records of
 * the campaign would be deleted.
 */
function filtersOf(inputs: Inputs): Filters {
	const called = inputs.optionalPhoneNumber('filters.calledNumber', DIALLED_NUMBER);
	const filters = {
		calledNumber: called?.number,
		customField: inputs.optionalText('filters.customField', CUSTOM_FIELD),
		recycleTime: inputs.optionalTime('filters.recycleTime', deleteCalldata.clock),
		sessionId: inputs.optionalText('filters.sessionId', SESSION_ID),
	};
	const recycleType = inputs.optionalChoice(RECYCLE_TYPE);
	if (Object.values(filters).every((value) => value === undefined)) {
		throw inputs.complaint(
			'filters',
			'are empty',
			'Set at least one of Called Number, Custom Field, Recycle Time and Session ID: without them every record of the campaign would be deleted.',
		);
	}
	if (recycleType !== undefined && filters.recycleTime === undefined) {
		throw inputs.complaint(
			RECYCLE_TYPE,
			'goes with Recycle Time only',
			'Set Recycle Time as well, or remove it.',
		);
	}
	return { ...filters, input: called?.input, recycleType };
}

/** What was set, without what was not. */
function withoutGaps(fields: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export const deleteCallData: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete call data',
		description: 'Delete records of a campaign that were not called yet',
	},
	fields: [
		campaignId,
		filterCollection(
			[
				{
					displayName: 'Called Number',
					name: 'calledNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. 13900000001',
					description: 'The number of the records',
				},
				customField,
				recycleTime,
				{
					displayName: 'Recycle Type',
					name: 'recycleType',
					type: 'options',
					options: [
						{ name: 'Equal to Recycle Time', value: '3' },
						{ name: 'On or Before That Day', value: '1' },
						{ name: 'On That Day', value: '2' },
					],
					default: '1',
					description: 'Which records Recycle Time means',
				},
				sessionId,
			],
			'At least one of Called Number, Custom Field, Recycle Time and Session ID is needed',
		),
		ownNumberAndVdnOptions([archiveHistory]),
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const isKept = inputs.optionalSwitch('options.archiveHistory');
		const filters = filtersOf(inputs);
		const body = {
			sessionId: filters.sessionId,
			called: filters.calledNumber,
			customField: filters.customField,
			recycleTime: filters.recycleTime,
			recycleType: filters.recycleType,
			archiveHistory: isKept === undefined ? undefined : Number(isKept),
		};
		await ask(deleteCalldata, { path, body });
		return [{ deleted: true, campaignId: path.campaignId, ...withoutGaps(filters) }];
	},
};
