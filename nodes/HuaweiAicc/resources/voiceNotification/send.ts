import { createVoiceNotificationV1 } from '../../../../aicc/endpoints/fabric/createVoiceNotificationV1';
import { base64 } from '../../../../aicc/endpoints/fabric/product';
import { numberOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { quoted } from '../../../shared/readers/badValue';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import { madeCallItem } from '../../shared/callFields';
import { additionalFieldCollection, calledNumber } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { notificationFields, notificationValues } from './notification';

const FORM =
	'Write text that is to be spoken between dollar signs, as $Your order was sent.$, and the IDs of recordings as they are, with ~ between the pieces.';

/** A piece of text, or the ID of a recording. */
const PIECE = /^(?:\$[^$]+\$|[\w.-]+)$/;

/** Pieces with ~ between them; within dollar signs it is part of the text. */
const BETWEEN_PIECES = /~(?=(?:[^$]*\$[^$]*\$)*[^$]*$)/;

/** What is played. @throws AiccError for what the service would take for unknown recordings */
function contentOf(inputs: Inputs): string {
	const content = inputs.text('voiceContent', createVoiceNotificationV1.limits.voiceContent);
	const pieces = content.split(BETWEEN_PIECES).map((piece) => piece.trim());
	const stray = pieces.find((piece) => !PIECE.test(piece));
	if (stray === undefined) return pieces.join('~');
	throw inputs.complaint(
		'voiceContent',
		stray === ''
			? 'has a ~ with nothing beside it'
			: `has a piece that is neither spoken text nor a recording: ${quoted(stray)}`,
		FORM,
	);
}

export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send voice notification',
		description: 'Call a number, and speak a text or play recordings',
	},
	fields: [
		calledNumber,
		{
			displayName: 'Voice Content',
			name: 'voiceContent',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. $Your order has been sent.$',
			hint: 'Text between dollar signs is spoken: $Your order has been sent.$',
			description:
				'What is played: text between dollar signs, and IDs of recordings, with ~ between the pieces, as in 1000000000000000001~$Thank you.$. At most 1024 characters.',
		},
		additionalFieldCollection(notificationFields),
		numberOptions,
	],
	async execute(inputs, ask) {
		const { number: called, ...asked } = inputs.phoneNumber('calledNumber', LINE_NUMBER);
		const body = {
			called,
			voiceContent: contentOf(inputs),
			...notificationValues(inputs, base64),
		};
		const answer = await ask(createVoiceNotificationV1, { body });
		return [madeCallItem(answer, createVoiceNotificationV1, { calledNumber: called, ...asked })];
	},
};
