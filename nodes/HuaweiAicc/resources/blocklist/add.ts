import type { IDataObject } from 'n8n-workflow';

import { blockingOf } from '../../../../aicc/blocklist';
import { BLOCK_DURATION } from '../../../../aicc/limits';
import { vdnId } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import {
	additionalFieldCollection,
	blockedNumber,
	categoryId,
	DIALLED_NUMBER,
	typeId,
} from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** Source: vendor page cec_07_0744. What is undefined is not sent. */
function settingsOf(inputs: Inputs): IDataObject {
	const validityTime = inputs.optionalNumber('additionalFields.validFor', BLOCK_DURATION);
	const validityTimeUnit = inputs.optionalNumber('additionalFields.validForUnit', {
		min: 1,
		max: 4,
	});
	if (validityTimeUnit !== undefined && validityTime === undefined) {
		throw inputs.complaint(
			'additionalFields.validForUnit',
			'goes with Valid For only',
			'Set Valid For as well, or remove it.',
		);
	}
	const overwrite = inputs.optionalSwitch('additionalFields.overwrite');
	return {
		validityExpirationTime: inputs.optionalTime('additionalFields.expiresAt', 'moment'),
		validityTime,
		validityTimeUnit,
		relCategoryId: inputs.optionalText('additionalFields.categoryId'),
		typeId: inputs.optionalText('additionalFields.typeId'),
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
		vdnId,
		additionalFieldCollection([
			categoryId,
			{
				displayName: 'Expires At',
				name: 'expiresAt',
				type: 'dateTime',
				default: '',
				description:
					"Until when the number is blocked, by the clock of the workflow's time zone; counts more than Valid For",
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
					minValue: BLOCK_DURATION.min,
					maxValue: BLOCK_DURATION.max,
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
	],
	isGathered: true,
	async execute(inputs, _ask, gather) {
		const number = inputs.text('number', DIALLED_NUMBER);
		await gather(blockingOf(inputs.vdnPath(), settingsOf(inputs)), number);
		return [{ success: true, number }];
	},
};
