import { isObject } from '../../../../aicc/base/json';
import { POLICY_TYPES } from '../../../../aicc/endpoints/isales/product';
import { setRetryPolicy as endpoint } from '../../../../aicc/endpoints/isales/setRetryPolicy';
import { vdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { choicesOf } from '../../../shared/names';
import { readJsonListText } from '../../../shared/readers/jsonText';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const BY_NUMBER_TYPE = 1;

/** Source: vendor page cec_07_0730. */
function policyFrom(inputs: Inputs) {
	const policyType = inputs.needed('policyType', inputs.optionalChoice('policyType'));
	const policies = inputs.optional('policyJson', readJsonListText);
	const { text, entries } = inputs.needed('policyJson', policies);
	if (entries.length === 0) {
		throw inputs.complaint('policyJson', 'is empty', 'Enter at least one policy.');
	}
	const hasExceptions = entries.some((entry) => isObject(entry) && 'noRetryPolicy' in entry);
	if (policyType === BY_NUMBER_TYPE && hasExceptions) {
		throw inputs.complaint(
			'policyJson',
			'has noRetryPolicy, which goes with global policies only',
			'Take it out, or choose another Policy Type.',
		);
	}
	return { policyType, policyJson: text };
}

/** @zh 设置重呼策略 */
export const setRetryPolicy: Operation = {
	option: {
		name: 'Set Retry Policy',
		value: 'setRetryPolicy',
		action: 'Set retry policy of campaign',
		description: 'Set the rules by which a campaign calls a number again',
	},
	fields: [
		campaignId,
		{
			displayName: 'Policy Type',
			name: 'policyType',
			type: 'options',
			options: choicesOf(endpoint.limits.policyType.values, POLICY_TYPES),
			default: 0,
			required: true,
			description: 'Whether the policies are for all numbers or for types of them',
		},
		{
			displayName: 'Policies',
			name: 'policyJson',
			type: 'json',
			default: '[]',
			required: true,
			hint: 'e.g. [{"dataType": "SI", "type": 1, "policy": []}]',
			description:
				'The policies as a JSON list, as Get Retry Policy gives them in policyJson: objects with dataType, type (0 normal, 1 by result), policy and noRetryPolicy',
		},
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		await ask(endpoint, { path, body: policyFrom(inputs) });
		return [{ success: true, campaignId: path.campaignId }];
	},
};
