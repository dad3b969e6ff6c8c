import type { IDataObject } from 'n8n-workflow';

import { asText, withTextFields } from '../../../../aicc/base/json';
import { getCalledInfo } from '../../../../aicc/endpoints/fabric/getCalledInfo';
import { payloadOf } from '../../../../aicc/patterns/payload';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
import { numberOptions } from '../../../shared/descriptions';
import { nameIn } from '../../../shared/names';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import { callerNumber } from '../../shared/callFields';
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
	fields: [callerNumber, { ...calledNumber, placeholder: 'e.g. 6666614' }, numberOptions],
	async execute(inputs, ask) {
		const { number: caller } = inputs.phoneNumber('callerNumber', LINE_NUMBER);
		const { number, ...asked } = inputs.phoneNumber('calledNumber', LINE_NUMBER);
		const body = { caller, called: number };
		const answer = await ask(getCalledInfo, { body });
		const retCode = asText(answer.retCode);
		const item: IDataObject = {
			callerNumber: caller,
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
