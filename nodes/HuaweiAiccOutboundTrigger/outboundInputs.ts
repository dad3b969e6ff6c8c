import { Inputs } from '../shared/inputs';
import { BAD_SECRET, outboundProperties, SECRET_RULE } from './properties';
import type { ResultFilter } from './results';

/** The values of the trigger's fields. */
export class OutboundInputs extends Inputs {
	constructor(functions: ConstructorParameters<typeof Inputs>[0]) {
		super(functions, outboundProperties);
	}

	/** n8n puts the secret into the path by itself; this says whether it can be part of one. */
	checkSecret(): void {
		if (!new RegExp(BAD_SECRET).test(String(this.read('secret')))) return;
		throw this.complaint('secret', `must be ${SECRET_RULE}`, 'Take the other characters out.');
	}

	filter(): ResultFilter {
		return {
			onlyFailed: this.isOn('options.onlyFailed'),
			campaignIds: this.optionalTexts('options.campaignIds'),
		};
	}

	/** On unless it was added and switched off. */
	ignoresRepeats(): boolean {
		const isLeftOut = (this.read('options.ignoreRepeats') ?? '') === '';
		return isLeftOut || this.isOn('options.ignoreRepeats');
	}
}
