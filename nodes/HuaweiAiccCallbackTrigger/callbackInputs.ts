import { Inputs } from '../shared/inputs';
import type { CallbackEvent } from './callbackEvent';
import { events } from './events';
import { BAD_SECRET, callbackProperties, SECRET_RULE } from './properties';
import type { ResultFilter } from './resultFilter';

/**
 * A name in place of an ID would let no result through, ever. The vendor's IDs of campaigns are
 * digits (page 0788: 19 of them).
 */
const CAMPAIGN_ID = { isCode: true, allowed: /\d/, mustBe: 'the IDs of campaigns, digits only' };

/** The values of the trigger's fields. */
export class CallbackInputs extends Inputs {
	constructor(functions: ConstructorParameters<typeof Inputs>[0]) {
		super(functions, callbackProperties);
	}

	/** Refuses what a field must not have, before the first push comes. @throws AiccError */
	check(): void {
		this.checkSecret();
		if (this.event().filter) this.filter();
		this.ignoresRepeats();
	}

	/** What starts the workflow. */
	event(): CallbackEvent {
		const value = this.optionalChoice('event');
		const event = events.find(({ option }) => option.value === value);
		return this.needed('event', event);
	}

	/** n8n puts the secret into the path by itself; this says whether it can be part of one. */
	private checkSecret(): void {
		const secret = this.read('secret') ?? '';
		const isScalar = typeof secret === 'string' || typeof secret === 'number';
		if (isScalar && !BAD_SECRET.test(String(secret))) return;
		throw this.complaint('secret', `must be ${SECRET_RULE}`, 'Take the other characters out.');
	}

	/** Which results start the workflow. @throws AiccError for IDs that no campaign can have */
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
