/**
 * Changes of which nobody knows whether the service made them: the connection was cut, or the time
 * was up, after they had been sent. They are never sent again by themselves.
 */
import { AiccError } from './errors';
import type { AiccInterface } from './interfaces';
import { HOPELESS_SILENCES } from './pace';
import type { Run } from './run';
import { notKnownWhether } from './words';

/** Whether a failure leaves open if a change was made. */
export function isUncertain(failure: AiccError, called: AiccInterface): boolean {
	return called.change !== undefined && failure.mayBeDone === true && !failure.concernsAll;
}

/**
 * The error for such a change. When there were too many in a row, the run ends: what was not sent
 * yet would fare no better.
 */
export function uncertainError(failure: AiccError, called: AiccInterface, run: Run): AiccError {
	const silences = run.noteSilence();
	if (silences >= HOPELESS_SILENCES) {
		run.stop(
			new AiccError(
				'uncertain',
				`of ${silences} changes in a row it is not known whether they were made. ${failure.message}`,
				{ description: failure.description },
			),
		);
	}
	return unknownChange(failure, called);
}

/** The words for a change of which nobody knows, all with the same beginning. */
export function unknownChange(failure: AiccError, called: AiccInterface): AiccError {
	const advice = [
		'It was sent once and is not sent again by itself.',
		called.change?.check,
		failure.description,
	];
	return new AiccError('uncertain', notKnownWhether(called, failure.message), {
		httpStatus: failure.httpStatus,
		description: advice.filter(Boolean).join(' '),
	});
}

/** A failure as it is for what was asked: a change that was turned away was not made. */
export function ofCall(failure: AiccError, called: AiccInterface): AiccError {
	return called.change && failure.kind === 'unavailable'
		? new AiccError('unsent', failure.message, failure)
		: failure;
}
