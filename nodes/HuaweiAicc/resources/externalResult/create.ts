import { unexpectedShape } from '../../../../aicc/answer';
import { unknownChange } from '../../../../aicc/changes';
import { INTERFACES } from '../../../../aicc/interfaces';
import { asText } from '../../../../aicc/json';
import { OUTBOUND_MAX_LENGTHS } from '../../../../aicc/limits';
import { vdnOptions } from '../../../shared/descriptions';
import { externalResultFields, OBS_CODES } from '../../shared/descriptions';
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
		vdnOptions,
	],
	async execute(inputs, ask) {
		const body = {
			resultCode: inputs.optionalText('resultCode', {
				isCode: true,
				maxLength: OUTBOUND_MAX_LENGTHS.resultCode,
			}),
			displayResult: inputs.text('displayResult'),
			obsCodes: inputs.texts('obsCodes', OBS_CODES),
		};
		const called = INTERFACES.createExternalResult;
		const answer = await ask({ interface: called, path: inputs.vdnPath(), body });
		const defId = asText(answer.defId);
		if (!defId)
			throw unknownChange(unexpectedShape(called, 'no ID of the external result'), called);
		return [{ success: true, defId }];
	},
};
