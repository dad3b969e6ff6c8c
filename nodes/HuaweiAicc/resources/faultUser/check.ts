import { checkFaultUser, queryfaultyuser } from '../../../../aicc/endpoints/fabric/queryfaultyuser';
import { backtraceDuration, complaintScene, msisdnOptions } from '../../../shared/descriptions';
import { MSISDN } from '../../../shared/readers/phoneNumber';
import { additionalFieldCollection, msisdn, OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const check: Operation = {
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check fault user',
		description: 'Check whether a subscriber is hit by a mass fault, as SmartCare knows it',
	},
	fields: [
		msisdn,
		{
			displayName: 'Fault Time',
			name: 'faultTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'When the fault was noticed. An expression may also give epoch milliseconds.',
		},
		complaintScene,
		additionalFieldCollection([
			backtraceDuration,
			{
				displayName: 'Session ID',
				name: 'sessionId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 20240709',
				description: 'Your own ID of the complaint',
			},
		]),
		msisdnOptions,
	],
	async execute(inputs, ask) {
		const { number: msisdn, ...asked } = inputs.phoneNumber('msisdn', MSISDN);
		const { min, max } = queryfaultyuser.limits.backtraceDuration;
		const answer = await checkFaultUser(ask, {
			msisdn,
			faultTime: inputs.epochText('faultTime'),
			complaintScene: inputs.text('complaintScene', OWN_CODE),
			backtraceDuration: inputs.optionalNumber('additionalFields.backtraceDuration', {
				min,
				capAt: max,
			}),
			sessionId: inputs.optionalText('additionalFields.sessionId', OWN_CODE),
		});
		return [{ ...answer, ...asked }];
	},
};
