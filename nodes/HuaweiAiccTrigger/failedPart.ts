import { findAiccError } from '../../aicc/base/errors';

/** How much of what a poll asked for side by side failed, and why, for n8n's log. */
export interface FailedPart {
	count: number;
	reason: string;
}

/**
 * The part that failed of what was asked for side by side; the rest is given out, and the next poll asks
 * for all again.
 *
 * @returns undefined when none failed
 * @throws the first failure when all of them failed
 */
export function failedPartOf(
	answers: ReadonlyArray<PromiseSettledResult<unknown>>,
): FailedPart | undefined {
	const failed = answers.filter((answer) => answer.status === 'rejected');
	const [first] = failed;
	if (!first) return undefined;
	if (failed.length === answers.length) throw first.reason;
	const reason = findAiccError(first.reason)?.message ?? String(first.reason);
	return { count: failed.length, reason };
}
