import { queryCallInfoByCallId } from '../../../../aicc/endpoints/fabric/queryCallInfoByCallId';
import { withTextFields } from '../../../../aicc/base/json';
import { payloadOf } from '../../../../aicc/patterns/payload';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
import { withUsableNames } from '../../../shared/names';
import { locator, OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** Fields that are text whatever the service writes. */
const TEXTS = ['caller', 'called', 'callId', 'callSkillId'];

/** @zh 查询呼叫信息 */
export const getInfo: Operation = {
	option: {
		name: 'Get Info',
		value: 'getInfo',
		action: 'Get info of call',
		description: 'Get the data of a call of an agent: its numbers, its skill and its call data',
	},
	fields: [
		locator({
			displayName: 'Agent',
			name: 'agentId',
			description: 'The agent who has the call',
			searchListMethod: 'searchWorkNos',
			placeholder: 'Select an agent...',
			hint: 'The ID of the agent: the list has the work numbers',
			example: 'e.g. 101',
		}),
		{
			displayName: 'Call ID',
			name: 'callId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1700000000000-100001',
			description: 'The ID of the call, as the workbench of the agent has it',
		},
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1',
			description: 'The ID of the user of the workbench',
		},
		{
			displayName: 'Tenant ID',
			name: 'tenantId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1',
			description: 'The ID of your tenant',
		},
	],
	async execute(inputs, ask) {
		const callId = inputs.text('callId', OWN_CODE);
		const body = {
			callId,
			userId: inputs.text('userId', OWN_CODE),
			tenantId: inputs.text('tenantId', OWN_CODE),
			agentId: inputs.text('agentId', OWN_CODE),
		};
		const answer = payloadOf(await ask(queryCallInfoByCallId, { body }), queryCallInfoByCallId);
		// There is no result code: an answer that names no call is none.
		if (!answer.callId && !answer.caller && !answer.called) {
			throw unexpectedShape(queryCallInfoByCallId, 'no call');
		}
		return [{ callId, ...withUsableNames(withTextFields(answer, TEXTS)) }];
	},
};
