import { decoded } from '../../../aicc/base/encoding';
import { BadValue, quoted } from './badValue';
import { readText } from './text';

/** What a path may have in it; other characters can be written as %20. */
const ALLOWED = /[\w\-.~%/{}:@!$&'()*+,=]/;

const MUST_BE =
	'the path as the page of the interface has it, from its first /, with other characters written as %20';

/**
 * The path of an interface below the address of the platform, and nothing else of an address.
 *
 * @param placeholders that may stand in it, as `{vdnId}`
 * @throws BadValue
 */
export function readRequestPath(value: unknown, placeholders: readonly string[]): string {
	const path = readText(value);
	if (/^[a-z][a-z\d+.-]*:|^\/\/|^\\/i.test(path)) {
		throw new BadValue(
			`is an address: ${quoted(path)}`,
			'Enter the path only. The request goes to the Base URL of the credential.',
		);
	}
	if (/[?#]/.test(path)) {
		throw new BadValue('has more than a path in it', 'Put what stands after ? into Query.');
	}
	const checked = readText(path, { allowed: ALLOWED, mustBe: MUST_BE });
	if (!checked.startsWith('/')) {
		throw new BadValue(`does not begin with /: ${quoted(checked)}`, `Enter ${MUST_BE}.`);
	}
	const bare = placeholders.reduce((rest, one) => rest.replaceAll(one, 'x'), checked);
	// As a server reads it; what cannot be decoded keeps its %.
	const read = decoded(bare);
	if (/[{}]/.test(read)) {
		throw new BadValue(
			`has a placeholder in it: ${quoted(checked)}`,
			`Put the value in its place.${placeholders.length > 0 ? ` Only ${placeholders.join(', ')} is filled in.` : ''}`,
		);
	}
	const parts = read.split(/[/\\]/).map((part) => part.replace(/;.*/, '').trim());
	if (parts.some((part) => part === '.' || part === '..') || /\/\/|[\\%?#\p{Cc}]/u.test(read)) {
		throw new BadValue(
			`may lead elsewhere than it says: ${quoted(checked)}`,
			'Enter it as the page of the interface has it, without ., .. and //.',
		);
	}
	return checked;
}
