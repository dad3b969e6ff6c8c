import { BACKTRACE_SECONDS } from '../../aicc/interfaces';
import { backtraceDuration } from '../shared/descriptions';
import { Inputs } from '../shared/inputs';

/** What separates the entries of a list that is written as text; Chinese keyboards give `，`. */
const SEPARATORS = /[,，;；\r\n]+/;

/** The values of the trigger's fields, checked before anything is sent. */
export class TriggerInputs extends Inputs {
	/** A switch; expressions may give it as text. */
	isOn(path: string): boolean {
		const value = String(this.read(path) ?? '');
		if (!['true', 'false', ''].includes(value)) {
			throw this.complaint(path, 'is neither true nor false', 'Check the expression behind it.');
		}
		return value === 'true';
	}

	/** The chosen ones of some options, at least one. */
	choices<T extends string>(path: string, options: readonly T[]): T[] {
		const value = this.read(path);
		const chosen: unknown[] = Array.isArray(value) ? value : [value];
		const isKnown = chosen.every((choice) => options.some((option) => option === choice));
		if (!isKnown || chosen.length === 0) {
			throw this.complaint(
				path,
				chosen.length === 0 ? 'is empty' : 'has a value that is not in the list',
				`Choose one or more of ${options.join(', ')}.`,
			);
		}
		return options.filter((option) => chosen.includes(option));
	}

	/** Texts out of a list, or out of a text with commas or lines between them; each one once. */
	texts(path: string): string[] {
		const value = this.read(path);
		const entries: unknown[] = Array.isArray(value) ? value : [value];
		const parts = entries.flatMap((entry: unknown) =>
			typeof entry === 'string' ? entry.split(SEPARATORS) : [entry],
		);
		const texts = parts.flatMap((part) => this.checkedText(path, part, {}) ?? []);
		if (texts.length === 0) {
			throw this.complaint(path, 'is empty', 'Enter a value, or check the expression behind it.');
		}
		return [...new Set(texts)];
	}

	/** Seconds that SmartCare looks back. */
	backtraceSeconds(): number {
		const { min, max } = BACKTRACE_SECONDS;
		const seconds = this.optionalNumber('backtraceDuration', { min, capAt: max });
		return seconds ?? Number(backtraceDuration.default);
	}
}
