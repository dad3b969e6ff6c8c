import { asText } from '../../../../aicc/base/json';
import { DEGREES, submitquickdelimit } from '../../../../aicc/endpoints/fabric/submitquickdelimit';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
import { msisdnOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { MSISDN } from '../../../shared/readers/phoneNumber';
import { readDecimal } from '../../../shared/readers/scalar';
import { additionalFieldCollection, msisdn } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** Degrees as the service takes them; undefined when there are none. */
function degreesFrom(inputs: Inputs, name: keyof typeof DEGREES): string | undefined {
	return inputs.optional(`additionalFields.${name}`, (value) => readDecimal(value, DEGREES[name]));
}

/** @zh 提交 */
export const submit: Operation = {
	option: {
		name: 'Submit',
		value: 'submit',
		action: 'Submit fault diagnosis',
		description: 'Start a quick diagnosis of the faults of a subscriber in a span of time',
	},
	fields: [
		msisdn,
		{
			displayName: 'Begin Time',
			name: 'beginTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'Beginning of the span that is looked at',
		},
		{
			displayName: 'End Time',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'End of the span that is looked at. A date alone stands for its end.',
		},
		{
			displayName: 'Scene',
			name: 'scene',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Voice',
			description: 'Name of a scene that is set up for your tenant in SmartCare',
		},
		{
			displayName: 'Locale',
			name: 'locale',
			type: 'options',
			options: [
				{ name: 'Chinese (zh_CN)', value: 'zh_CN' },
				{ name: 'English (en_US)', value: 'en_US' },
				{ name: 'Local (LOCAL)', value: 'LOCAL' },
			],
			default: 'en_US',
			required: true,
			description: 'Language of the result',
		},
		additionalFieldCollection([
			{
				displayName: 'Latitude',
				name: 'latitude',
				type: 'string',
				default: '',
				placeholder: 'e.g. 47.37',
				description: 'Latitude of the place, from -90 to 90 with at most six decimals',
			},
			{
				displayName: 'Longitude',
				name: 'longitude',
				type: 'string',
				default: '',
				placeholder: 'e.g. 8.55',
				description: 'Longitude of the place, from -180 to 180 with at most six decimals',
			},
			{
				displayName: 'Radius',
				name: 'radius',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 0 },
				default: 500,
				description: 'How many metres around the place are looked at',
			},
		]),
		msisdnOptions,
	],
	async execute(inputs, ask) {
		const { number: msisdn, ...asked } = inputs.phoneNumber('msisdn', MSISDN);
		const { beginTime, endTime } = inputs.span('beginTime', 'endTime');
		const radius = inputs.optionalNumber('additionalFields.radius', { min: 0 });
		const body = {
			msisdn,
			startTime: String(beginTime),
			endTime: String(endTime),
			locale: inputs.needed('locale', inputs.optionalChoice('locale')),
			scene: inputs.text('scene'),
			longitude: degreesFrom(inputs, 'longitude'),
			latitude: degreesFrom(inputs, 'latitude'),
			radius: radius === undefined ? undefined : String(radius),
		};
		const taskId = asText((await ask(submitquickdelimit, { body })).taskId);
		if (!taskId) throw unexpectedShape(submitquickdelimit, 'no ID of the task');
		return [{ success: true, taskId, msisdn, ...asked }];
	},
};
