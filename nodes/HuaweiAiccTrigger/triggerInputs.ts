import { BACKTRACE_SECONDS } from '../../aicc/limits';
import { backtraceDuration } from '../shared/descriptions';
import { Inputs } from '../shared/inputs';

/** The values of the trigger's fields, checked before anything is sent. */
export class TriggerInputs extends Inputs {
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

	/** Seconds that SmartCare looks back. */
	backtraceSeconds(): number {
		const { min, max } = BACKTRACE_SECONDS;
		const seconds = this.optionalNumber('backtraceDuration', { min, capAt: max });
		return seconds ?? Number(backtraceDuration.default);
	}
}
