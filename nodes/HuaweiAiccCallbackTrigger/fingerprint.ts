/** What two pushes have in common that say the same. */
import { createHash } from 'node:crypto';

import { asText, isObject, type JsonObject } from '../../aicc/base/json';
import { FINGERPRINT_LENGTH } from './knownEntries';

/**
 * A text that is the same for the same content, whatever the order of fields, and whether the
 * platform wrote a number as number or as text. A field that is missing is as good as one that is
 * null.
 */
function contentOf(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(contentOf).join()}]`;
	if (isObject(value)) {
		const fields = Object.keys(value).filter((name) => (value[name] ?? null) !== null);
		return `{${fields
			.sort()
			.map((name) => `${JSON.stringify(name)}:${contentOf(value[name])}`)
			.join()}}`;
	}
	return JSON.stringify(asText(value) ?? value ?? null);
}

/**
 * What was pushed as a short text: two are the same only when all their fields are.
 *
 * @param scope the node that it was pushed to
 */
export function fingerprintOf(scope: string, content: JsonObject): string {
	const digest = createHash('sha256')
		.update(`${scope} ${contentOf(content)}`)
		.digest('base64url');
	return digest.slice(0, FINGERPRINT_LENGTH);
}
