/**
 * Which results have been pushed before: short fingerprints with the time, as one text, because
 * that is what n8n stores and loads fastest.
 */

/** Fingerprints and the second in which each was first seen. */
export type KnownEntries = Map<string, number>;

/** How many are stored for a node: 85 kB. */
const MAX_STORED = 5000;

/** Characters of a fingerprint: 60 bits, so that no two of millions are alike by chance. */
export const FINGERPRINT_LENGTH = 10;

/** Seconds since 1970 to the base of 36. */
const TIME_LENGTH = 7;

const ENTRIES = new RegExp(`.{${FINGERPRINT_LENGTH + TIME_LENGTH}}`, 'g');

/** Those that are stored: the newest ones. */
export function newestEntries(results: KnownEntries): KnownEntries {
	if (results.size <= MAX_STORED) return results;
	return new Map([...results].sort(([, one], [, other]) => one - other).slice(-MAX_STORED));
}

/** Fingerprints and seconds as one text: `FINGERPRINT_LENGTH` characters, then 7 for the second. */
export function packEntries(results: KnownEntries): string {
	return [...results]
		.map(([result, second]) => result + second.toString(36).padStart(TIME_LENGTH, '0'))
		.join('');
}

/** @param packed a text of `packEntries`; what is none counts for nothing */
export function unpackEntries(packed: unknown): KnownEntries {
	const entries = typeof packed === 'string' ? (packed.match(ENTRIES) ?? []) : [];
	return new Map(
		entries.map((entry) => [
			entry.slice(0, FINGERPRINT_LENGTH),
			parseInt(entry.slice(FINGERPRINT_LENGTH), 36),
		]),
	);
}
