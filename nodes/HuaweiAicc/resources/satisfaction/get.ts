import { AiccError } from '../../../../aicc/base/errors';
import { isObject } from '../../../../aicc/base/json';
import { couldNot } from '../../../../aicc/base/words';
import { satisfactionQuery } from '../../../../aicc/endpoints/fabric/satisfactionQuery';
import { payloadOf } from '../../../../aicc/patterns/payload';
import { withNames } from '../../../shared/names';
import { OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get satisfaction rating',
		description: 'Get how satisfied a caller was with a call',
	},
	fields: [
		{
			displayName: 'Call ID',
			name: 'callId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1700000000000-100001',
			description: 'The ID of the call',
		},
		{
			displayName: 'Begin Time',
			name: 'beginTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'Earliest time of the rating, which comes after the call',
		},
		{
			displayName: 'End Time',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'Latest time of the rating. A date alone stands for its end.',
		},
	],
	async execute(inputs, ask) {
		const callId = inputs.text('callId', OWN_CODE);
		const body = { callId, ...inputs.span('beginTime', 'endTime') };
		const answer = await ask(satisfactionQuery, { body });
		const rating = answer.satisfactionEvaluations ?? {};
		if (isObject(rating) && Object.values(rating).every((value) => (value ?? '') === '')) {
			throw new AiccError(
				'service',
				couldNot(satisfactionQuery, `there is no rating of the call ${callId} in this span`),
				{ description: 'Check Call ID, and that the span has the time of the rating in it.' },
			);
		}
		const given = payloadOf(answer, satisfactionQuery, 'rating');
		return [{ callId, ...withNames(given, satisfactionQuery.meanings) }];
	},
};
