/** Addresses that the platform is to push something to, as the user enters them: plainly. */
import { BadValue, quoted } from './badValue';
import { checkCharacters } from './characters';
import { readText, type TextRules } from './text';

/** What an interface takes as an address. */
export interface CallbackUrlRules extends Pick<TextRules, 'allowed' | 'mustBe'> {
	/** How the interface takes an address; as it is, when there is none. */
	encode?: (url: string) => string;
	/** Most characters of what is sent. */
	maxLength?: number;
}

/**
 * An address that begins with http or https, as the interface takes it.
 *
 * @throws BadValue for what is none, and for one that the interface cannot take
 */
export function readCallbackUrl(value: unknown, rules: CallbackUrlRules): string {
	const { allowed, mustBe, encode = (url) => url, maxLength = Infinity } = rules;
	const url = readText(value);
	if (!/^https?:\/\/[^/\s]/i.test(url) || !URL.canParse(url)) {
		throw new BadValue(
			`is not an address that begins with http:// or https://: ${quoted(url)}`,
			'Enter the address plainly, such as https://n8n.example.com/webhook/call; the node encodes it.',
		);
	}
	if (allowed) checkCharacters(url, allowed, `Enter ${mustBe}.`);
	const sent = encode(url);
	if (sent.length > maxLength) {
		throw new BadValue(
			`is too long: ${quoted(url)}`,
			`Enter a shorter address: as the service takes it it has ${sent.length} characters, and may have ${maxLength}.`,
		);
	}
	return sent;
}
