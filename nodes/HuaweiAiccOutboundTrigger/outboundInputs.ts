import { Inputs } from '../shared/inputs';
import { BAD_SECRET, outboundProperties, SECRET_RULE } from './properties';
import type { ResultFilter } from './results';

/**
 * A name in place of an ID would let no result through, ever. The vendor's IDs of campaigns are
 * digits (page 0788: 19 of them).
 */
const CAMPAIGN_ID = { isCode: true, allowed: /\d/, mustBe: 'the IDs of campaigns, digits only' };

/** The values of the trigger's fields. */
export class OutboundInputs extends Inputs {
	constructor(functions: ConstructorParameters<typeof Inputs>[0]) {
		super(functions, outboundProperties);
	}

	/** Refuses what a field must not have, before the first push comes. @throws AiccError */
	check(): void {
		this.checkSecret();
		this.filter();
		this.ignoresRepeats();
	}

	/** n8n puts the secret into the path by itself; this says whether it can be part of one. */
	private checkSecret(): void {
		const secret = this.read('secret') ?? '';
		const isScalar = typeof secret === 'string' || typeof secret === 'number';
		if (isScalar && !new RegExp(BAD_SECRET).test(String(secret))) return;
		throw this.complaint('secret', `must be ${SECRET_RULE}`, 'Take the other characters out.');
	}

	filter(): ResultFilter {
		return {
			onlyFailed: this.isOn('options.onlyFailed'),
			campaignIds: this.optionalTexts('options.campaignIds', CAMPAIGN_ID),
		};
	}

	/** On unless it was added and switched off. */
	ignoresRepeats(): boolean {
		return this.optionalSwitch('options.ignoreRepeats') ?? true;
	}
}
