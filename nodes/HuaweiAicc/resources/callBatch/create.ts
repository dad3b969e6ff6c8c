import { asText, valueAt } from '../../../../aicc/base/json';
import { callbatchCreate } from '../../../../aicc/endpoints/isales/callbatchCreate';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
import { vdnOptions } from '../../../shared/descriptions';
import type { TextRules } from '../../../shared/readers/text';
import { additionalFieldCollection, campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { STATUSES } from './statuses';

/** Source: vendor page cec_07_0770. */
const NAME: TextRules = {
	...callbatchCreate.limits.name,
	allowed: /[^<>!@#$%^&*?;"~/\\`]/,
	mustBe: 'a name without < > ! @ # $ % ^ & * ? ; " ~ / \\ and `',
};

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create call batch',
		description: 'Create a batch within a campaign',
	},
	fields: [
		campaignId,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Spring offer',
			description:
				'Name of the batch, which no other one has, at most 255 characters; most punctuation marks are refused',
		},
		additionalFieldCollection([
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: STATUSES,
				default: 2,
				description: 'The state to begin in; suspended without it',
			},
		]),
		vdnOptions,
	],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const body = {
			name: inputs.text('name', NAME),
			status: inputs.optionalChoice('additionalFields.status'),
		};
		const answer = await ask(callbatchCreate, { path, body });
		const batchId = asText(valueAt(answer, callbatchCreate.payload));
		if (!batchId) throw unexpectedShape(callbatchCreate, 'no ID of the batch');
		return [{ success: true, campaignId: path.campaignId, batchId }];
	},
};
