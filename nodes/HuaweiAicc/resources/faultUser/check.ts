import { BACKTRACE_SECONDS } from '../../../../aicc/interfaces';
import { checkFaultUser } from '../../../../aicc/smartCare';
import type { Operation } from '../../shared/operation';

export const check: Operation = {
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check fault user',
		description: 'Check whether a subscriber is hit by a mass fault, as SmartCare knows it',
	},
	fields: [
		{
			displayName: 'MSISDN',
			name: 'msisdn',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 6680512100869',
			description: 'Mobile number of the subscriber, with country code',
		},
		{
			displayName: 'Fault Time',
			name: 'faultTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'When the fault was noticed. An expression may also give epoch milliseconds.',
		},
		{
			displayName: 'Complaint Scene',
			name: 'complaintScene',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1',
			description:
				'What the subscriber complains about: a scenario set up for your tenant in SmartCare',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Backtrace Duration',
					name: 'backtraceDuration',
					type: 'number',
					typeOptions: { minValue: BACKTRACE_SECONDS.min, numberPrecision: 0 },
					default: 3600,
					description:
						'How many seconds to look back from the fault time, from 60. More than 86400 (a day) counts as 86400.',
				},
				{
					displayName: 'Session ID',
					name: 'sessionId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 20240709',
					description: 'Your own ID of the complaint',
				},
			],
		},
	],
	async execute(inputs, ask) {
		const answer = await checkFaultUser(ask, {
			msisdn: inputs.text('msisdn'),
			faultTime: inputs.epochText('faultTime'),
			complaintScene: inputs.text('complaintScene'),
			backtraceDuration: inputs.optionalNumber('additionalFields.backtraceDuration', {
				min: BACKTRACE_SECONDS.min,
				capAt: BACKTRACE_SECONDS.max,
			}),
			sessionId: inputs.optionalText('additionalFields.sessionId'),
		});
		return [answer];
	},
};
