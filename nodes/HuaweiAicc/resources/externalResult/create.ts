import { INTERFACES } from '../../../../aicc/interfaces';
import { asText } from '../../../../aicc/json';
import { OUTBOUND_MAX_LENGTHS } from '../../../../aicc/limits';
import { vdnId } from '../../../shared/descriptions';
import { externalResultFields } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create external result',
		description: 'Create an external result for some OBS result codes',
	},
	fields: [
		...externalResultFields,
		{
			displayName: 'Result Code',
			name: 'resultCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. 007',
			description: 'Your own code of the external result, at most 7 characters',
		},
		vdnId,
	],
	async execute(inputs, ask) {
		const body = {
			resultCode: inputs.optionalText('resultCode', {
				maxLength: OUTBOUND_MAX_LENGTHS.resultCode,
			}),
			displayResult: inputs.text('displayResult'),
			obsCodes: inputs.texts('obsCodes'),
		};
		const called = INTERFACES.createExternalResult;
		const answer = await ask({ interface: called, path: inputs.vdnPath(), body });
		return [{ success: true, defId: asText(answer.defId) ?? null }];
	},
};
