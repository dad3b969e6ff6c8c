/** What people paste into a credential: keys, tokens and addresses, with what came along by copying. */

import { AiccError } from './errors';

/** Characters that nobody sees: zero width, directions of writing, byte order marks, soft hyphens. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * A text field of a credential without invisible characters, and without blanks and line ends
 * around it.
 *
 * @returns an empty text for a field that is not filled in
 */
export function credentialText(value: unknown): string {
	return String(value ?? '')
		.replace(INVISIBLE, '')
		.trim();
}

/** What stands before a token in the header that it was copied from, once or twice. */
const HEADER_WORDS = /^(?:authorization\s*:\s*)?(?:bearer(?:\s*:\s*|\s+|$))*/i;

/** Quotation marks around a token that was copied out of JSON or a script. */
const QUOTED = /^(["'])(.*)\1$/;

/** A pasted access token without the word Bearer and what else came with it. */
export function tokenText(value: unknown): string {
	const withoutQuotes = (text: string) => text.replace(QUOTED, '$2').trim();
	return withoutQuotes(withoutQuotes(credentialText(value)).replace(HEADER_WORDS, ''));
}

/** All that a header can hold without blanks. */
const OUTSIDE_HEADERS = /[^\x21-\x7e]/u;

/**
 * A key or token that goes into a header.
 *
 * @param text already cleaned
 * @param label what the field is called on the screen
 * @throws AiccError of kind `configuration` that names the character which no header can hold
 */
export function headerText(text: string, label: string): string {
	const stray = OUTSIDE_HEADERS.exec(text)?.[0];
	if (stray === undefined) return text;
	const code = stray.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
	const shown = stray.trim() === '' ? 'a blank or line end' : `the character "${stray}"`;
	throw new AiccError('configuration', `The credential's ${label} has ${shown} (U+${code}) in it`, {
		description: `Copy the ${label} anew: it has Latin letters, digits and marks only.`,
	});
}
