import type { IDataObject } from 'n8n-workflow';

import { asText, withTextFields } from '../../../../aicc/base/json';
import { getCalledInfo } from '../../../../aicc/endpoints/fabric/getCalledInfo';
import { payloadOf } from '../../../../aicc/patterns/payload';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
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

/** @zh 查询被叫设备 */
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
		const { number: callerNumber } = inputs.phoneNumber('callerNumber', LINE_NUMBER);
		const { number, ...asked } = inputs.phoneNumber('calledNumber', LINE_NUMBER);
		const body = { caller: callerNumber, called: number };
		const answer = await ask(getCalledInfo, { body });
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
		const payload = payloadOf(answer, getCalledInfo);
		const result = withTextFields(payload, ['called']) as IDataObject;
		if (!leadsSomewhere(result)) {
			throw unexpectedShape(getCalledInfo, 'a result without a device');
		}
		return [
			{
				...item,
				devType: result.devType ?? null,
				devTypeName: nameIn(getCalledInfo.meanings.devType, result.devType),
				called: result.called ?? null,
				skillId: result.skillId ?? null,
				skillName: result.skillName ?? null,
			},
		];
	},
};
