import { credentialText } from './credentialText';
import { AiccError } from './errors';
import { excerpt } from './redact';

/** Greatest number of a call centre. Source: the CC-CMS pages, `ccId`; those of CC-FS take a text. */
export const MAX_CC_ID = 65_535;

/** The call centre of most tenants. Source: vendor page cec_07_0817, `ccId`. */
export const DEFAULT_CC_ID = 1;

/**
 * The number of the call centre out of a credential, as text; 1 when there is none.
 *
 * @throws AiccError of kind `configuration`
 */
export function checkedCcId(value: unknown): string {
	const text = credentialText(value).normalize('NFKC') || String(DEFAULT_CC_ID);
	const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
	if (number >= 1 && number <= MAX_CC_ID) return String(number);
	throw new AiccError(
		'configuration',
		`The credential's CC ID is not a whole number from 1 to ${MAX_CC_ID}: "${excerpt(text)}"`,
		{
			description:
				'Set CC ID to the number of your call centre, which is 1 unless the operations staff of AICC say otherwise.',
		},
	);
}
