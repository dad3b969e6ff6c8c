import { createHash } from 'node:crypto';

/** Digits of a fingerprint: 64 bits, so that no two of millions are alike by chance. */
const FINGERPRINT_LENGTH = 16;

/**
 * A text that is the same for the same content, in whatever order the service wrote the fields of
 * an object or the entries of a list.
 */
export function contentOf(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(contentOf).sort().join()}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
	const fields = Object.entries(value).map(
		([name, inner]) => `${JSON.stringify(name)}:${contentOf(inner)}`,
	);
	return `{${fields.sort().join()}}`;
}

/** A short text in place of content that need only be recognised. */
export function fingerprint(value: unknown): string {
	return createHash('sha256').update(contentOf(value)).digest('hex').slice(0, FINGERPRINT_LENGTH);
}
