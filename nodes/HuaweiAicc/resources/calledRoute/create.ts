import { createCalledRoute } from '../../../../aicc/endpoints/fabric/createCalledRoute';
import { MEDIA_TYPES } from '../../../../aicc/endpoints/fabric/product';
import { choicesOf } from '../../../shared/names';
import { additionalFieldCollection, locator } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { deviceFields, deviceFrom, IVR } from './devices';

const { limits } = createCalledRoute;

const MEDIA_TYPE = 'additionalFields.mediaTypeId';
const MULTIMEDIA = '53';

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create called route',
		description: 'Let an access code lead to a skill queue or to an IVR flow',
	},
	fields: [
		locator({
			displayName: 'Access Code',
			name: 'accessCode',
			description: 'The access code (hotline) that callers dial',
			searchListMethod: 'searchAccessCodes',
			placeholder: 'Select an access code...',
			hint: 'The access code, at most 32 characters',
			example: 'e.g. 00104729',
		}),
		...deviceFields,
		additionalFieldCollection([
			{
				displayName: 'Extension Code',
				name: 'extCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. 01',
				description: 'What callers dial after the access code, at most 12 characters',
			},
			{
				displayName: 'Media Type',
				name: 'mediaTypeId',
				type: 'options',
				options: choicesOf(Object.keys(MEDIA_TYPES).map(Number), MEDIA_TYPES),
				default: 5,
				description:
					'What kind of contact the route is for; audio and video if it is not set. Multimedia cannot lead to an IVR flow.',
			},
		]),
	],
	async execute(inputs, ask) {
		const body = {
			accessCode: inputs.text('accessCode', { isCode: true, ...limits.accessCode }),
			extCode: inputs.optionalText('additionalFields.extCode', {
				isCode: true,
				...limits.extCode,
			}),
			mediaTypeId: inputs.optionalChoice(MEDIA_TYPE),
			...deviceFrom(inputs),
		};
		if (String(body.mediaTypeId) === MULTIMEDIA && body.devicetype === IVR) {
			throw inputs.complaint(
				MEDIA_TYPE,
				'cannot be multimedia where the route leads to an IVR flow',
				'Choose another media type, or a skill queue.',
			);
		}
		await ask(createCalledRoute, { body });
		const { accessCode, extCode } = body;
		return [{ success: true, accessCode, ...(extCode === undefined ? {} : { extCode }) }];
	},
};
