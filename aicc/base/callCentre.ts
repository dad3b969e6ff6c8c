import { credentialText } from './credentialText';
import { AiccError } from './errors';
import { excerpt } from './redact';

/** Greatest number of a call centre. Source: the CC-CMS pages, `ccId`; those of CC-FS take a text. */
export const MAX_CC_ID = 65_535;

/** Greatest VDN ID. Source: every CC-iSales page ("an integer ranging from 1 to 9999"). */
export const MAX_VDN_ID = 9999;

/** The call centre of most tenants. Source: vendor page cec_07_0817, `ccId`. */
export const DEFAULT_CC_ID = 1;

/** Whether a value is the number of a call centre, as number or text. */
export function isCcId(value: unknown): boolean {
	if (typeof value !== 'string' && typeof value !== 'number') return false;
	return /^\d{1,5}$/.test(String(value)) && Number(value) >= 1 && Number(value) <= MAX_CC_ID;
}

/**
 * The number of the call centre out of a credential, as text; 1 when there is none.
 *
 * @throws AiccError of kind `configuration`
 */
export function checkedCcId(value: unknown): string {
	const text = credentialText(value).normalize('NFKC') || String(DEFAULT_CC_ID);
	if (isCcId(text)) return String(Number(text));
	throw new AiccError(
		'configuration',
		`The credential's CC ID is not a whole number from 1 to ${MAX_CC_ID}: "${excerpt(text)}"`,
		{
			description:
				'Set CC ID to the number of your call centre, which is 1 unless the operations staff of AICC say otherwise.',
		},
	);
}

/** Whether a value is a VDN ID, as number or text. @param max greatest one of the interface */
export function isVdnId(value: unknown, max = MAX_VDN_ID): boolean {
	if (typeof value !== 'string' && typeof value !== 'number') return false;
	return /^\d{1,4}$/.test(String(value)) && Number(value) >= 1 && Number(value) <= max;
}

/**
 * The number of the virtual call centre out of a credential.
 *
 * @param max greatest one of the interface
 * @throws AiccError of kind `configuration`
 */
export function checkedVdnId(value: unknown, max = MAX_VDN_ID): number {
	const text = credentialText(value).normalize('NFKC');
	if (isVdnId(text, max)) return Number(text);
	throw new AiccError('configuration', `The VDN ID is missing or not a number from 1 to ${max}`, {
		description:
			"Set VDN ID in the credential, or in the node's VDN ID field, to the number of your virtual call centre. The operations staff of your AICC tenant know it.",
	});
}
