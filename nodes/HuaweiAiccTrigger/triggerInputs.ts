import { queryfaultyuser } from '../../aicc/endpoints/fabric/queryfaultyuser';
import { backtraceDuration } from '../shared/descriptions';
import { Inputs } from '../shared/inputs';
import { readDecimal } from '../shared/readers/scalar';

/** Of what is measured: counts and seconds, or shares of them. */
const DECIMAL = { min: -999_999_999, max: 999_999_999, decimals: 6 };

/** The values of the trigger's fields, checked before anything is sent. */
export class TriggerInputs extends Inputs {
	/** The chosen ones of some options, at least one. */
	choices<T extends string>(path: string, options: readonly T[]): T[] {
		const remedy = `Choose one or more of ${options.join(', ')}.`;
		const chosen = this.optionalTexts(path);
		if (chosen.length === 0) throw this.complaint(path, 'is empty', remedy);
		const stray = chosen.find((choice) => !options.some((option) => option === choice));
		if (stray !== undefined) {
			throw this.complaint(path, `has "${stray}", which is not in the list`, remedy);
		}
		return options.filter((option) => chosen.includes(option));
	}

	/** A number with or without decimals. */
	decimal(path: string): number {
		return Number(
			this.needed(
				path,
				this.optional(path, (value) => readDecimal(value, DECIMAL)),
			),
		);
	}

	/** A code of SmartCare's: digits of every keyboard are digits. */
	complaintScene(): string {
		return this.text('complaintScene', { isCode: true });
	}

	/** Seconds that SmartCare looks back. */
	backtraceSeconds(): number {
		const { min, max } = queryfaultyuser.limits.backtraceDuration;
		const seconds = this.optionalNumber('backtraceDuration', { min, capAt: max });
		return seconds ?? Number(backtraceDuration.default);
	}
}
