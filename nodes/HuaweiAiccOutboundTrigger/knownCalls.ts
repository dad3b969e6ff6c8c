/**
 * Which calls' results have been pushed before: short fingerprints with the time, as one text,
 * because that is what n8n stores and loads fastest.
 */
import { createHash } from 'node:crypto';

/** Fingerprints and the second in which each was first seen. */
export type KnownCalls = Map<string, number>;

/** The newest ones are kept. */
const MAX_CALLS = 5000;

/** Characters of a fingerprint: 60 bits, so that no two of millions are alike by chance. */
const FINGERPRINT_LENGTH = 10;

/** Seconds since 1970 to the base of 36. */
const TIME_LENGTH = 7;

const ENTRIES = new RegExp(`.{${FINGERPRINT_LENGTH + TIME_LENGTH}}`, 'g');

export function fingerprintOf(parts: unknown[]): string {
	const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
	return digest.slice(0, FINGERPRINT_LENGTH);
}

export function packCalls(calls: KnownCalls): string {
	let entries = [...calls];
	if (entries.length > MAX_CALLS) {
		entries = entries.sort(([, a], [, b]) => a - b).slice(-MAX_CALLS);
	}
	return entries
		.map(([call, second]) => call + second.toString(36).padStart(TIME_LENGTH, '0'))
		.join('');
}

/** @param packed texts of `packCalls`; what is none counts for nothing */
export function unpackCalls(...packed: unknown[]): KnownCalls {
	const entries = packed.flatMap((text) =>
		typeof text === 'string' ? (text.match(ENTRIES) ?? []) : [],
	);
	return new Map(
		entries.map((entry) => [
			entry.slice(0, FINGERPRINT_LENGTH),
			parseInt(entry.slice(FINGERPRINT_LENGTH), 36),
		]),
	);
}
