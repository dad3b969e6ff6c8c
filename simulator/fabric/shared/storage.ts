/**
 * Where recordings lie: another host, which knows neither token nor signature. An address has its own
 * signature, and is valid for five minutes. What it says of a wrong one is as object storages do.
 */
import { createHmac } from 'node:crypto';

import { makeWav } from '../../ccfs/shared/files';
import { recordedFilesOf } from '../../ccfs/shared/recordings';
import { Answer } from '../../core/answer';
import type { Platform } from '../../core/platform';
import { talkSeconds, type MadeCall } from './calls';

const VALID_MS = 5 * 60 * 1000;
const MAX_SECONDS = 60;
const SAMPLES_PER_SECOND = 8000;

/** The recording of a call. */
export function recordingOf(call: MadeCall): Buffer {
	const seconds = Math.min(Math.max(1, talkSeconds(call)), MAX_SECONDS);
	const seed = Number(BigInt(call.callSerialNo) % 251n);
	return makeWav(seconds * SAMPLES_PER_SECOND, seed);
}

function signatureOf({ options }: Platform, path: string, expires: number): string {
	const hmac = createHmac('sha256', options.account.appSecret);
	return hmac.update(`${path}\n${expires}`).digest('hex').slice(0, 32);
}

/** The address of a recording, from now on. @param id of its call */
export function addressOf(platform: Platform, id: string, validMs = VALID_MS): string {
	const path = `/recordings/${id}.wav`;
	const expires = platform.now + validMs;
	const signature = signatureOf(platform, path, expires);
	return `${platform.storageUrl}${path}?Expires=${expires}&Signature=${signature}`;
}

function fault(status: number, code: string): Answer {
	const text = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`;
	return new Answer({ status, text, contentType: 'application/xml' });
}

/** What is at an address of the storage. @param target path and query */
export function storedFile(platform: Platform, target: string): Answer {
	const { pathname, searchParams } = new URL(target, 'http://storage');
	const expires = Number(searchParams.get('Expires'));
	const isSigned = searchParams.get('Signature') === signatureOf(platform, pathname, expires);
	if (!isSigned) return fault(403, 'SignatureDoesNotMatch');
	if (expires < platform.now) return fault(403, 'AccessDenied');
	const id = /^\/recordings\/(.+)\.wav$/.exec(pathname)?.[1];
	const made = platform.data.madeCalls.find(({ callSerialNo }) => callSerialNo === id);
	const file = made ? recordingOf(made) : recordedFilesOf(platform, id ?? '')[0]?.content();
	if (!file) return fault(404, 'NoSuchKey');
	return new Answer({ file, contentType: 'binary/octet-stream' });
}
