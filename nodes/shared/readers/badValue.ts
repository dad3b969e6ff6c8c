/** Most characters of a value that a message shows. */
const MAX_SHOWN = 40;

/** Characters that nobody sees, or that change how a message looks. */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu;

function escaped(character: string): string {
	return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

/** A value as a message shows it, whatever it is. Of lists and objects only the kind is said. */
export function quoted(value: unknown): string {
	if (typeof value === 'string') {
		const characters = [...value];
		const text = characters.slice(0, MAX_SHOWN).join('');
		const cut = characters.length > MAX_SHOWN ? '…' : '';
		return `${JSON.stringify(text).replace(UNSEEN, escaped)}${cut}`;
	}
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object' && value !== null) return 'an object';
	return typeof value === 'symbol' || typeof value === 'function' ? typeof value : String(value);
}

/** What is wrong with the value of a field. Whoever reads the field adds its name. */
export class BadValue extends Error {
	/**
	 * @param what goes on a sentence that begins with the name of the field
	 * @param remedy a sentence that says what to do
	 */
	constructor(
		readonly what: string,
		readonly remedy: string,
	) {
		super(what);
	}
}

/** What is wrong with a value that could not be read: its reader says it, or it threw by itself. */
export function badValueOf(thrown: unknown): BadValue {
	if (thrown instanceof BadValue) return thrown;
	const reason = thrown instanceof Error ? thrown.message : quoted(thrown);
	return new BadValue(`cannot be read: ${reason}`, 'Check the expression behind it.');
}
