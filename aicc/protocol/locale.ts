/** The language of the texts that the service writes. */
import { credentialText } from '../base/credentialText';
import { AiccError } from '../base/errors';
import { excerpt } from '../base/redact';
import type { Endpoint } from './endpoint';

/** Languages that can be asked for. Source: the CC-iSales pages, header `locale`. */
const LOCALES = ['en_US', 'zh_CN'] as const;

/** Stands in a credential for the language that the platform writes by itself. */
export const PLATFORM_DEFAULT = 'default';

/** A language that can be asked for. */
export type Locale = (typeof LOCALES)[number];

/**
 * The language out of a credential.
 *
 * @returns undefined for that which the platform writes by itself
 * @throws AiccError of kind `configuration`
 */
export function checkedLocale(value: unknown): Locale | undefined {
	const text = credentialText(value);
	if (text === '' || text === PLATFORM_DEFAULT) return undefined;
	const locale = LOCALES.find((known) => known === text);
	if (locale) return locale;
	throw new AiccError(
		'configuration',
		`The credential's Language is none of ${LOCALES.join(', ')}: "${excerpt(text)}"`,
		{ description: "Choose a language in the credential, or the platform's default." },
	);
}

/** The header that asks for a language; none where the interface does not take it. */
export function localeHeader(
	{ takesLocale }: Endpoint,
	locale: Locale | undefined,
): { locale?: Locale } {
	return takesLocale && locale ? { locale } : {};
}
