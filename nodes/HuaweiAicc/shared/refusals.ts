import { findAiccError, type AiccError } from '../../../aicc/base/errors';

/** By execution of a node: what the platform has refused in a way that must not be provoked again. */
const refusals = new WeakMap<object, AiccError>();

/** Remembers such a refusal, if it is one. */
export function noteRefusal(execution: object, thrown: unknown): void {
	const failure = findAiccError(thrown);
	if (failure?.isFinal) refusals.set(execution, failure);
}

/**
 * n8n's Retry On Fail runs the node again for all its items: not after such a refusal.
 *
 * @throws AiccError that an earlier run of the execution ended in
 */
export function throwIfRefused(execution: object): void {
	const refusal = refusals.get(execution);
	if (refusal) throw refusal;
}
