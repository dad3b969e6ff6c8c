/** What stands where a secret was. */
const HIDDEN = '***';

/** Keys in the shape in which they travel, whoever they belong to. */
const TRAVELLING = [/\bBearer\s+[^\s"'<>,;]+/gi, /\bauth-v2\/[^\s"'<>]+/g];

/** Shorter texts are no secrets, and would be found everywhere. */
const MIN_SECRET_LENGTH = 4;

/** A text of the service without any secret that it may repeat. */
export function redact(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		if (secret.length >= MIN_SECRET_LENGTH) clean = clean.replaceAll(secret, HIDDEN);
	}
	return TRAVELLING.reduce((result, pattern) => result.replace(pattern, HIDDEN), clean);
}

/** Longest excerpt of an answer in an error. */
const EXCERPT_LENGTH = 200;

/** One line out of an answer, shortened, for an error text. */
export function excerpt(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH)}…` : line;
}
