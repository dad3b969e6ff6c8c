import type { IDataObject } from 'n8n-workflow';

import { unexpectedShape } from '../../../../aicc/answer';
import { DEVICE_TYPES } from '../../../../aicc/codes';
import { INTERFACES } from '../../../../aicc/interfaces';
import { asText, isObject, withTextFields } from '../../../../aicc/json';
import { numberOptions } from '../../../shared/descriptions';
import { nameIn } from '../../../shared/names';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import { calledNumber } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const FOUND = '0';

/** Whether a result says where the number leads. */
function leadsSomewhere({ devType, called, skillId }: IDataObject): boolean {
	return [devType, called, skillId].some((value) => (value ?? '') !== '');
}

export const getCalledDevice: Operation = {
	option: {
		name: 'Get Called Device',
		value: 'getCalledDevice',
		action: 'Get called device',
		description: 'Find out where a called number leads: to a skill queue or to a number',
	},
	fields: [
		{
			displayName: 'Calling Number',
			name: 'callerNumber',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 8888888',
			description:
				'Number that calls, of digits, * and #, at most 32 with a + before them if there is one',
		},
		calledNumber,
		numberOptions,
	],
	async execute(inputs, ask) {
		const called = INTERFACES.getCalledInfo;
		const { number: callerNumber } = inputs.phoneNumber('callerNumber', LINE_NUMBER);
		const { number, ...asked } = inputs.phoneNumber('calledNumber', LINE_NUMBER);
		const body = { caller: callerNumber, called: number };
		const answer = await ask({ interface: called, body });
		const retCode = asText(answer.retCode);
		const item: IDataObject = {
			callerNumber,
			calledNumber: number,
			...asked,
			found: retCode === FOUND,
			retCode,
			retMsg: asText(answer.retMsg) ?? '',
		};
		if (!item.found) return [item];
		if (!isObject(answer.result)) throw unexpectedShape(called, 'no result');
		const result = withTextFields(answer.result, ['called']) as IDataObject;
		if (!leadsSomewhere(result)) throw unexpectedShape(called, 'a result without a device');
		return [
			{
				...item,
				devType: result.devType ?? null,
				devTypeName: nameIn(DEVICE_TYPES, result.devType),
				called: result.called ?? null,
				skillId: result.skillId ?? null,
				skillName: result.skillName ?? null,
			},
		];
	},
};
