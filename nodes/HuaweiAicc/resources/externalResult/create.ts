import { asText } from '../../../../aicc/base/json';
import { createObResult } from '../../../../aicc/endpoints/isales/createObResult';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
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
				...createObResult.limits.resultCode,
			}),
			displayResult: inputs.text('displayResult'),
			obsCodes: inputs.texts('obsCodes', OBS_CODES),
		};
		const answer = await ask(createObResult, { path: inputs.vdnPath(), body });
		const defId = asText(answer.defId);
		if (!defId) throw unexpectedShape(createObResult, 'no ID of the external result');
		return [{ success: true, defId }];
	},
};
