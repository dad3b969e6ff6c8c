/** What a file is, by what comes with it and in it. */
import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { asText } from '../base/json';

/** Content types of what a service, a firewall or a proxy says in words: nobody says them as a table. */
const WORDS = /^(text\/(?!csv$)|$)|\b(json|xml|xhtml)\b/;

/** What says nothing of what a file is. */
const ANY_BYTES = 'application/octet-stream';

interface Kind {
	/** How such a file begins. */
	begins: string;
	ending: string;
	mimeType: string;
}

/** One recording comes as wav, several as zip, all with the same content type. Source: cec_07_0817. */
const KINDS: readonly Kind[] = [
	{ begins: 'RIFF', ending: '.wav', mimeType: 'audio/wav' },
	{ begins: 'PK', ending: '.zip', mimeType: 'application/zip' },
];

/** So many bytes tell what a file is. */
export const TELLING_BYTES = 4;

function contentTypeOf({ headers }: IN8nHttpFullResponse): string {
	const [type = ''] = (asText(headers['content-type']) ?? '').split(';');
	return type.trim().toLowerCase();
}

/** Whether an answer has a file in it, and not words: only the content type tells. */
export function isFile(http: IN8nHttpFullResponse): boolean {
	const isSuccess = http.statusCode >= 200 && http.statusCode <= 299;
	return isSuccess && !WORDS.test(contentTypeOf(http));
}

/** Bytes that an answer is to have, where it tells. */
export function lengthOf({ headers }: IN8nHttpFullResponse): number | undefined {
	const told = asText(headers['content-length']);
	return told !== undefined && /^\d+$/.test(told) ? Number(told) : undefined;
}

/** Ending and MIME type of a file. @param first its first bytes, at least `TELLING_BYTES` if there are */
export function kindOf(
	http: IN8nHttpFullResponse,
	first: Buffer,
): { ending: string; mimeType: string } {
	const beginning = first.toString('latin1');
	const known = KINDS.find(({ begins }) => beginning.startsWith(begins));
	return known ?? { ending: '', mimeType: contentTypeOf(http) || ANY_BYTES };
}
