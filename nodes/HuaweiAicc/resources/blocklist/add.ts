import type { IDataObject } from 'n8n-workflow';

import { blocking, blocklistAdd } from '../../../../aicc/endpoints/isales/blocklistAdd';
import { numberAndVdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { DIALLED_NUMBER } from '../../../shared/readers/phoneNumber';
import {
	additionalFieldCollection,
	blockedNumber,
	categoryId,
	OWN_CODE,
	typeId,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const { validityTime: validFor } = blocklistAdd.limits;

/** Until when a number is blocked: one that is blocked until yesterday would not be blocked at all. */
function expirationOf(inputs: Inputs): string | undefined {
	const path = 'additionalFields.expiresAt';
	const moment = inputs.optionalMoment(path);
	// The service goes by whole seconds.
	if (moment && moment.at.startOf('second').toMillis() <= Date.now()) {
		throw inputs.complaint(
			path,
			`is in the past: ${moment.at.toISO()}`,
			'Enter a later date and time, or leave the number out.',
		);
	}
	return inputs.optionalTime(path, blocklistAdd.clock);
}

/** Source: vendor page cec_07_0744. What is undefined is not sent. */
function settingsOf(inputs: Inputs): IDataObject {
	const validityTime = inputs.optionalNumber('additionalFields.validFor', validFor);
	const validityTimeUnit = inputs.optionalChoice('additionalFields.validForUnit');
	if (validityTimeUnit !== undefined && validityTime === undefined) {
		throw inputs.complaint(
			'additionalFields.validForUnit',
			'goes with Valid For only',
			'Set Valid For as well, or remove it.',
		);
	}
	const overwrite = inputs.optionalSwitch('additionalFields.overwrite');
	return {
		validityExpirationTime: expirationOf(inputs),
		validityTime,
		validityTimeUnit,
		relCategoryId: inputs.optionalText('additionalFields.categoryId', OWN_CODE),
		typeId: inputs.optionalText('additionalFields.typeId', OWN_CODE),
		isCoverDupNo: overwrite === undefined ? undefined : Number(overwrite),
	};
}

export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add number to blocklist',
		description: 'Block numbers, so that no campaign calls them',
	},
	fields: [
		blockedNumber,
		additionalFieldCollection([
			categoryId,
			{
				displayName: 'Expires At',
				name: 'expiresAt',
				type: 'dateTime',
				default: '',
				description:
					"Until when the number is blocked, by the clock of the tenant's time zone; counts more than Valid For",
			},
			{
				displayName: 'Overwrite',
				name: 'overwrite',
				type: 'boolean',
				default: false,
				description:
					'Whether to overwrite what is set for a number that is blocked already. Otherwise it stays as it is.',
			},
			typeId,
			{
				displayName: 'Valid For',
				name: 'validFor',
				type: 'number',
				typeOptions: {
					minValue: validFor.min,
					maxValue: validFor.max,
					numberPrecision: 0,
				},
				default: 1,
				description: 'How long the number is blocked, from 1 to 120 of the unit',
			},
			{
				displayName: 'Valid For Unit',
				name: 'validForUnit',
				type: 'options',
				options: [
					{ name: 'Days', value: 3 },
					{ name: 'Hours', value: 4 },
					{ name: 'Months', value: 2 },
					{ name: 'Years', value: 1 },
				],
				default: 4,
				description: 'The unit of Valid For',
			},
		]),
		numberAndVdnOptions,
	],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const asked = inputs.phoneNumber('number', DIALLED_NUMBER);
		const spec = blocking(inputs.vdnPath(), settingsOf(inputs));
		const answered = await sendInBatch(spec, asked.number);
		return [{ ...answered, ...asked }];
	},
};
