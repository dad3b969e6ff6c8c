import { queryCallState } from '../../../../aicc/endpoints/fabric/queryCallState';
import { withTextFields } from '../../../../aicc/base/json';
import { payloadOf } from '../../../../aicc/patterns/payload';
import { withNames } from '../../../shared/names';
import { CALL_SERIAL_NO, callSerialNo } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** Numbers of people: text whatever the service writes. */
const NUMBERS = ['caller', 'called', 'callerPresent', 'agentPresent'];

/** @zh 查询呼叫状态 */
export const getState: Operation = {
	option: {
		name: 'Get State',
		value: 'getState',
		action: 'Get state of call',
		description: 'Get how far a call is that was made with Create, or how it ended',
	},
	fields: [callSerialNo],
	async execute(inputs, ask) {
		const body = { callSerialNo: inputs.text('callSerialNo', CALL_SERIAL_NO) };
		const result = payloadOf(await ask(queryCallState, { body }), queryCallState);
		const state = withNames(withTextFields(result, NUMBERS), queryCallState.meanings);
		return [{ ...body, ...state }];
	},
};
