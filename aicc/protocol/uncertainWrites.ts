/**
 * Changes of which nobody knows whether the service made them: the connection was cut, or the time
 * was up, after they had been sent. They are never sent again by themselves.
 */
import type { Endpoint } from './endpoint';
import { AiccError } from '../base/errors';
import { notKnownWhether } from '../base/words';

/** Whether a failure leaves open if a change was made. */
export function isUncertain(failure: AiccError, endpoint: Endpoint): boolean {
	return endpoint.write !== undefined && failure.mayBeDone === true && !failure.concernsAll;
}

/** The words for a change of which nobody knows, all with the same beginning. */
export function unknownChange(failure: AiccError, endpoint: Endpoint): AiccError {
	const advice = [
		'It was sent once and is not sent again by itself.',
		endpoint.write?.check,
		failure.description,
	];
	return new AiccError('uncertain', notKnownWhether(endpoint, failure.message), {
		httpStatus: failure.httpStatus,
		description: advice.filter(Boolean).join(' '),
	});
}

/** A failure as it is for what was asked: a write that was turned away was not made. */
export function ofWrite(failure: AiccError, endpoint: Endpoint): AiccError {
	return endpoint.write && failure.kind === 'unavailable'
		? new AiccError('unsent', failure.message, failure)
		: failure;
}
