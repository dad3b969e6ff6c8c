/** What a voice notification plays, piece by piece. Source: vendor page cec_07_2802. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject, type JsonObject } from '../../../../aicc/base/json';
import type { Inputs } from '../../../shared/inputs';
import { BadValue, badValueOf, quoted } from '../../../shared/readers/badValue';
import { entriesInPlace } from '../../../shared/readers/list';
import { isEmpty, readText } from '../../../shared/readers/text';
import { locator, OWN_CODE, type LocatorWords } from '../../shared/descriptions';

const MAX_PIECES = 5;
const MAX_PARAMETERS = 10;
const MAX_BYTES = 32;

/** What a piece can be, with what the field is called. */
const KINDS = {
	voiceId: 'Recording',
	voiceFileName: 'Voice File Name',
	templateId: 'Template',
} as const;

const ONE_KIND = `Give each piece exactly one of ${Object.values(KINDS).join(', ')}.`;

/** A field for one of the things that a piece can be. */
function pieceLocator(words: LocatorWords): INodeProperties {
	return { ...locator(words), required: false };
}

export const playList: INodeProperties = {
	displayName: 'Play List',
	name: 'playList',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Piece',
	default: {},
	description:
		'What is played, one piece after the other, at most five. Each piece is a recording, a file or a template.',
	options: [
		{
			displayName: 'Play List',
			name: 'pieces',
			values: [
				pieceLocator({
					displayName: 'Recording',
					name: 'voiceId',
					description: 'A recording that has been approved',
					searchListMethod: 'searchVoiceRecordings',
					placeholder: 'Select a recording...',
					hint: 'The ID of the recording (voice_id)',
					example: 'e.g. 1600000000000000001',
				}),
				{
					displayName: 'Voice File Name',
					name: 'voiceFileName',
					type: 'string',
					default: '',
					placeholder: 'e.g. welcome.wav',
					description: 'The name of the file of a recording',
				},
				pieceLocator({
					displayName: 'Template',
					name: 'templateId',
					description: 'A text that has been approved, which may have variables',
					searchListMethod: 'searchVoiceTexts',
					placeholder: 'Select a text...',
					hint: 'The ID of the text template',
					example: 'e.g. 1000000000000000001',
				}),
				{
					displayName: 'Template Parameters',
					name: 'templateParams',
					type: 'string',
					default: '',
					placeholder: 'e.g. Ann, 17:30',
					description:
						'The values of the variables of the template, in their order: a list, or text with commas or lines between them. At most ten, of 32 bytes each, without $, { and }.',
				},
			],
		},
	],
};

/** The value of a field, out of a locator, too; undefined for none. */
function valueIn(entry: JsonObject, name: string): unknown {
	const value = entry[name];
	const plain = isObject(value) && '__rl' in value ? value.value : value;
	return isEmpty(plain) ? undefined : plain;
}

/** @throws BadValue */
function parameterOf(value: unknown): string {
	const text = readText(value);
	if (/[${}]/.test(text)) {
		throw new BadValue(`has one of $, { and } in it: ${quoted(text)}`, 'Take it out.');
	}
	const bytes = Buffer.byteLength(text);
	if (bytes > MAX_BYTES) {
		throw new BadValue(
			`is too long: ${quoted(text)}`,
			`It has ${bytes} bytes, and may have ${MAX_BYTES}: letters of other scripts have several.`,
		);
	}
	return text;
}

/** @throws BadValue */
function parametersOf(value: unknown): string[] {
	const values = entriesInPlace(value).map(parameterOf);
	if (values.length <= MAX_PARAMETERS) return values;
	throw new BadValue(`has ${values.length} values`, `Enter at most ${MAX_PARAMETERS}.`);
}

/** What is wrong with a field of a piece. */
function labelled(label: string, { what, remedy }: BadValue): BadValue {
	return new BadValue(`${label} ${what}`, remedy);
}

/**
 * One piece as the service takes it.
 *
 * @param written what stands in its fields, expressions as they are written, where that is known
 * @throws BadValue, with the name of the field in it
 */
function pieceOf(entry: JsonObject, written: JsonObject): IDataObject {
	const read = <T>(name: string, label: string, readValue: (value: unknown) => T): T => {
		try {
			return readValue(valueIn(entry, name));
		} catch (thrown) {
			throw labelled(label, badValueOf(thrown));
		}
	};
	const given = Object.entries(KINDS).filter(([name]) => valueIn(entry, name) !== undefined);
	const [kind, other] = given;
	if (!kind) throw new BadValue('is empty: there is nothing to play', ONE_KIND);
	if (other) throw new BadValue(`has two kinds in it: ${kind[1]} and ${other[1]}`, ONE_KIND);
	const [name, label] = kind;
	const rules = name === 'voiceFileName' ? {} : OWN_CODE;
	const piece = { [name]: read(name, label, (value) => readText(value, rules)) };
	if (valueIn(entry, 'templateParams') === undefined) {
		const isExpression = String(written.templateParams ?? '').startsWith('=');
		if (name !== 'templateId' || !isExpression || Array.isArray(entry.templateParams)) return piece;
		throw new BadValue(
			'has Template Parameters that come empty',
			'Check the expression behind them. For a template without variables let it give an empty list, [].',
		);
	}
	if (name !== 'templateId') {
		throw new BadValue(
			'has Template Parameters without a Template',
			'Empty one, or add the other.',
		);
	}
	return {
		...piece,
		templateParams: read('templateParams', 'Template Parameters', parametersOf),
	};
}

/** What is played, as the service takes it. @throws AiccError that names the piece, from 1 */
export function piecesOf(inputs: Inputs): IDataObject[] {
	const entries = inputs.entries('playList.pieces');
	if (entries.length === 0 || entries.length > MAX_PIECES) {
		throw inputs.complaint(
			'playList',
			entries.length === 0 ? 'is empty' : `has ${entries.length} pieces`,
			`Add from one to ${MAX_PIECES} pieces.`,
		);
	}
	const form = inputs.raw('playList');
	const written = isObject(form) && Array.isArray(form.pieces) ? (form.pieces as unknown[]) : [];
	return entries.map((entry, index) => {
		const own = written[index];
		try {
			return pieceOf(entry, isObject(own) ? own : {});
		} catch (thrown) {
			const { what, remedy } = badValueOf(thrown);
			throw inputs.complaint('playList', `cannot be played: piece ${index + 1} ${what}`, remedy);
		}
	});
}
