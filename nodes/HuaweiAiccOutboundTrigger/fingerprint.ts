/** What two results have in common that say the same. */
import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { asText, isObject, type JsonObject } from '../../aicc/base/json';
import { FINGERPRINT_LENGTH } from './knownResults';

/**
 * The address of a recording without what comes after `?`: it is signed anew each time the platform
 * writes it (vendor page 0784: `Expires` and a signature).
 */
function withoutSignature(recordPath: unknown): unknown {
	return typeof recordPath === 'string' ? recordPath.split('?', 1)[0] : recordPath;
}

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
 * A result as a short text: two are the same only when all their fields are. The call ID alone does
 * not tell results apart: calls that never came about may have the ID 0 or none, and a call can be
 * pushed again with another status or with its recording.
 *
 * @param scope the node that it was pushed to
 */
export function fingerprintOf(scope: string, item: IDataObject): string {
	const result: JsonObject = { ...item, recordPath: withoutSignature(item.recordPath) };
	const digest = createHash('sha256')
		.update(`${scope} ${contentOf(result)}`)
		.digest('base64url');
	return digest.slice(0, FINGERPRINT_LENGTH);
}
