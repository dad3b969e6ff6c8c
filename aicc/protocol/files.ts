/** What a file is, by what comes with it and in it. */
import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { resultCodeOf } from './answer';
import type { Endpoint } from './endpoint';
import { decoded } from '../base/encoding';
import { asText, isObject, parseJson } from '../base/json';

/** Content types of what a service, a firewall or a proxy says in words: nobody says them as a table. */
const WORDS = /^text\/(?!csv$)|\b(json|xml|xhtml)\b/;

/** What says nothing of what a file is. */
const ANY_BYTES = /^(application|binary)\/(octet-stream|(x-|force-)?download)$/;

interface Kind {
	/** How such a file begins, if that tells. */
	begins?: string;
	ending: string;
	mimeType: string;
}

/** One recording comes as wav, several as zip, all with the same content type. Source: cec_07_0817. */
const KINDS: readonly Kind[] = [
	{ begins: 'RIFF', ending: '.wav', mimeType: 'audio/wav' },
	{ begins: 'PK', ending: '.zip', mimeType: 'application/zip' },
	{ ending: '.csv', mimeType: 'text/csv' },
	{ ending: '.mp3', mimeType: 'audio/mpeg' },
	{ ending: '.pdf', mimeType: 'application/pdf' },
	{
		ending: '.xlsx',
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	},
];

/** So many bytes tell what a file is. */
export const TELLING_BYTES = 4;

/** So many have the whole of what says a result code in place of a file. */
const WHOLE_WORDS = 4096;

/** How many bytes tell what comes. @param first the first `TELLING_BYTES` of it, if there are so many */
export function bytesToTell(first: Buffer): number {
	return /^\s*\{/.test(new TextDecoder().decode(first)) ? WHOLE_WORDS : TELLING_BYTES;
}

/** Whether it is an answer in words, whatever its content type: one with a result code. */
function hasResultCode(first: Buffer, endpoint: Endpoint): boolean {
	if (bytesToTell(first) === TELLING_BYTES) return false;
	const json = parseJson(new TextDecoder().decode(first));
	return isObject(json) && resultCodeOf(json, endpoint) !== undefined;
}

function contentTypeOf({ headers }: IN8nHttpFullResponse): string {
	const [type = ''] = (asText(headers['content-type']) ?? '').split(';');
	return type.trim().toLowerCase();
}

function dispositionOf({ headers }: IN8nHttpFullResponse): string {
	return asText(headers['content-disposition']) ?? '';
}

/** The kind that the beginning of a file tells, if it tells one. */
function kindByBeginning(first: Buffer): Kind | undefined {
	const beginning = first.toString('latin1');
	return KINDS.find(({ begins }) => begins !== undefined && beginning.startsWith(begins));
}

/**
 * Whether an answer has a file in it, and not words: what comes with it tells, and where nothing does,
 * how it begins. Where a file is never JSON, one with a result code is none, also if it says it is bytes.
 *
 * @param first its first bytes, at least `bytesToTell` if there are
 */
export function isFile(http: IN8nHttpFullResponse, first: Buffer, endpoint: Endpoint): boolean {
	const { isAnyFile } = endpoint;
	if (http.statusCode < 200 || http.statusCode > 299) return false;
	if (isAnyFile === true && /^\s*attachment\b/i.test(dispositionOf(http))) return true;
	if (isAnyFile !== true && hasResultCode(first, endpoint)) return false;
	const told = contentTypeOf(http);
	return told === '' ? kindByBeginning(first) !== undefined : !WORDS.test(told);
}

/** The status of a part of a file, of which nobody has asked for one. */
const PART = 206;

/**
 * By so much packing makes longer what cannot be made shorter: a frame, and a few bytes for each block.
 * No packing is asked for, but some do it, and n8n's HTTP client unpacks without a word: the length
 * that is told is that of what was packed. It fails itself of an answer that ends before its length.
 */
function packing(length: number): number {
	return 64 + length / 2000;
}

/**
 * Bytes that a file has at least, where its answer tells; Infinity for what is not all of it.
 */
export function leastLengthOf({ headers, statusCode }: IN8nHttpFullResponse): number {
	if (statusCode === PART) {
		const range = asText(headers['content-range']) ?? '';
		const [, last, total] = /^\s*bytes\s+0-(\d+)\/(\d+)\s*$/i.exec(range) ?? [];
		return total !== undefined && Number(last) + 1 === Number(total) ? Number(total) : Infinity;
	}
	const told = asText(headers['content-length']) ?? '';
	return /^\d+$/.test(told) ? Number(told) - packing(Number(told)) : 0;
}

/**
 * Ending and MIME type of a file. Those that may be any file are what their content type says, if it says
 * something: a workbook begins like a zip.
 *
 * @param first its first bytes, at least `TELLING_BYTES` if there are
 */
export function kindOf(
	http: IN8nHttpFullResponse,
	first: Buffer,
	{ isAnyFile }: Endpoint,
): { ending: string; mimeType: string } {
	const told = contentTypeOf(http);
	const isTold = told !== '' && !ANY_BYTES.test(told);
	const found = kindByBeginning(first);
	if (found && !(isAnyFile && isTold)) return found;
	const ending = KINDS.find(({ mimeType }) => mimeType === told)?.ending ?? '';
	return { ending, mimeType: told || 'application/octet-stream' };
}

/** Bytes of UTF-8 that Node.js gives as if each were a character; as it is where they are none. */
function fromBytes(text: string): string {
	const read = Buffer.from(text, 'latin1').toString('utf8');
	return read.includes('\uFFFD') ? text : read;
}

/**
 * What the service calls a file, with its ending and without folders; undefined where it does not say.
 */
export function nameTold(http: IN8nHttpFullResponse): string | undefined {
	const disposition = dispositionOf(http);
	const encoded = /;\s*filename\*\s*=\s*"?utf-8'[^']*'([^;"]+)/i.exec(disposition)?.[1];
	const plain = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"]+))/i.exec(disposition);
	const told = encoded ?? fromBytes(plain?.[1]?.replace(/\\(["\\])/g, '$1') ?? plain?.[2] ?? '');
	const [last = ''] = decoded(told).split(/[/\\]/).slice(-1);
	const name = last.replace(/\p{Cc}/gu, '').trim();
	return /^\.*$/.test(name) ? undefined : name;
}
