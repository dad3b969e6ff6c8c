/** What stands where a secret was. */
const HIDDEN = '***';

/** Keys in the shape in which they travel, whoever they belong to. */
const TRAVELLING = [/\bBearer\s+[^\s"'<>,;]+/gi, /\bauth-v2\\?\/[^\s"'<>]+/g];

/** Shorter texts are no secrets, and would be found everywhere. */
const MIN_SECRET_LENGTH = 4;

/** How a secret may be written in an answer: as it is, in JSON, in an address, in HTML. */
function spellingsOf(secret: string): string[] {
	const inJson = JSON.stringify(secret).slice(1, -1);
	const inHtml = secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
	return [
		secret,
		inJson,
		inJson.replaceAll('/', '\\/'),
		// By way of bytes, because half a character cannot be encoded.
		encodeURIComponent(Buffer.from(secret).toString()),
		inHtml,
		secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
	];
}

/** A text of the service without any secret that it may repeat. */
export function redact(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		if (secret.length < MIN_SECRET_LENGTH) continue;
		for (const spelling of spellingsOf(secret)) clean = clean.replaceAll(spelling, HIDDEN);
	}
	return TRAVELLING.reduce((result, pattern) => result.replace(pattern, HIDDEN), clean);
}

/** In data only a text this long is taken for a secret: a shorter one may be there by chance. */
const MIN_SECRET_LENGTH_IN_DATA = 8;

/** The longest part of a secret that is the same in every spelling. */
function plainPartOf(secret: string): string {
	const parts = secret.match(/[\w.-]+/g) ?? [];
	return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** Which of the secrets are in an answer, in whatever spelling. */
export function secretsIn(text: string, secrets: readonly string[]): string[] {
	return secrets.filter(
		(secret) =>
			secret.length >= MIN_SECRET_LENGTH_IN_DATA &&
			// Nearly always not, and told quickly.
			text.includes(plainPartOf(secret)) &&
			spellingsOf(secret).some((spelling) => text.includes(spelling)),
	);
}

/** Names of fields that hold a password, whoever gives it: `password`, `newPassWord`, `sip_pwd`. */
const PASSWORD_NAME = /(?:pass_?word|passwd|pwd)$/i;

/** The same in the text of an answer. */
const PASSWORD_FIELD = /(?:pass_?word|passwd|pwd)"\s*:/i;

/** Whether an answer has a field that holds a password. */
export function hasPassword(text: string): boolean {
	return PASSWORD_FIELD.test(text);
}

/** Names of fields that hold a key: `accessToken`, `secret_key`, `X-API-Key`. */
const KEY_NAME = /(?:secret|secret[_-]?key|token|authorization|api[_-]?key)$/i;

/** The passwords and keys that a request sends, wherever in its body they stand. */
export function secretsSentIn(value: unknown, name = ''): string[] {
	if (typeof value === 'string' || typeof value === 'number') {
		return PASSWORD_NAME.test(name) || KEY_NAME.test(name) ? [String(value)] : [];
	}
	if (Array.isArray(value)) return value.flatMap((entry) => secretsSentIn(entry, name));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([field, entry]) => secretsSentIn(entry, field));
}

/** A parsed answer without secrets in its texts, and without passwords. */
export function redactData(value: unknown, secrets: readonly string[], name = ''): unknown {
	const isText = typeof value === 'string' || typeof value === 'number';
	if (isText && value !== '' && PASSWORD_NAME.test(name)) return HIDDEN;
	if (typeof value === 'string') return redact(value, secrets);
	if (Array.isArray(value)) return value.map((entry) => redactData(entry, secrets, name));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([field, entry]) => [
			redact(field, secrets),
			redactData(entry, secrets, field),
		]),
	);
}

/** Longest excerpt of an answer in an error. */
const EXCERPT_LENGTH = 200;

/** One line out of an answer, shortened, for an error text. */
export function excerpt(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH)}…` : line;
}
