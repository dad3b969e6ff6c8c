import type { IDataObject } from 'n8n-workflow';

import { unexpectedShape } from '../../../../aicc/answer';
import { DEVICE_TYPES } from '../../../../aicc/codes';
import { INTERFACES } from '../../../../aicc/interfaces';
import { NUMBER_MAX_LENGTH } from '../../../../aicc/limits';
import { asText, isObject, withTextFields } from '../../../../aicc/json';
import { calledNumber } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const FOUND = '0';

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
			description: 'Number that calls, 1 to 32 characters',
		},
		calledNumber,
	],
	async execute(inputs, ask) {
		const called = INTERFACES.getCalledInfo;
		const numberRules = { maxLength: NUMBER_MAX_LENGTH };
		const body = {
			caller: inputs.text('callerNumber', numberRules),
			called: inputs.text('calledNumber', numberRules),
		};
		const answer = await ask({ interface: called, body });
		const retCode = asText(answer.retCode);
		const item: IDataObject = {
			found: retCode === FOUND,
			retCode,
			retMsg: asText(answer.retMsg) ?? '',
		};
		if (!item.found) return [item];
		if (!isObject(answer.result)) throw unexpectedShape(called, 'no result');
		const result = withTextFields(answer.result, ['called']) as IDataObject;
		return [
			{
				...item,
				devType: result.devType ?? null,
				devTypeName: DEVICE_TYPES[String(result.devType)] ?? null,
				called: result.called ?? null,
				skillId: result.skillId ?? null,
				skillName: result.skillName ?? null,
			},
		];
	},
};
