/** What one more failure of a request means: what has been spent on it, and when it is sent again. */
import type { AiccError } from '../base/errors';
import type { Tries } from './policy';
import {
	ANSWERING_WITHIN,
	impatientWait,
	mayBeOneTooMany,
	nextWait,
	type Failures,
	type Patience,
} from './retryPolicy';

/** A failure, and what is known of the interface. Times are epoch milliseconds. */
export interface FailedTry {
	failure: Pick<AiccError, 'retryable' | 'httpStatus' | 'concernsAll'>;
	sentAt: number;
	now: number;
	/** When the interface last answered anybody in this process; 0 if it never did. */
	answeredAt: number;
	/** Whether it brings a file. */
	isFile: boolean;
}

function counted(before: Tries | undefined, { sentAt, now }: FailedTry, isBusy: boolean): Tries {
	const first = { count: 0, spent: 0, busyCount: 0, busySpent: 0, failedAt: now };
	const { count, spent, busyCount, busySpent, failedAt } = before ?? first;
	return {
		count: count + 1,
		spent: spent + now - sentAt,
		busyCount: busyCount + (isBusy ? 1 : 0),
		busySpent: busySpent + (isBusy ? now - sentAt : 0),
		failedAt,
		lastFailedAt: now,
	};
}

/**
 * Adds a failure to what has been spent on a request. One that is only turned away as one too many,
 * while others are answered, has not been tried.
 *
 * @param patience how long is waited for what is turned away
 * @param chance from 0 to 1
 * @returns with the milliseconds to wait before it is sent again; without when it is given up
 */
export function afterFailure(
	before: Tries | undefined,
	failed: FailedTry,
	patience: Patience,
	chance: number,
): { tries: Tries; wait?: number } {
	const { failure, now, answeredAt, isFile } = failed;
	const isBusy =
		mayBeOneTooMany(failure) && answeredAt > (before?.lastFailedAt ?? now - ANSWERING_WITHIN);
	const tries = counted(before, failed, isBusy);
	const failures: Failures = {
		count: tries.count - tries.busyCount,
		// How long a file was on its way before it was cut says nothing against beginning again.
		spent: isFile ? 0 : tries.spent - tries.busySpent,
		busyCount: tries.busyCount,
		isBusy,
		isLetIn: answeredAt > 0,
		isAboutToken: failure.concernsAll === true,
		unansweredFor: now - Math.max(answeredAt, tries.failedAt),
		patience,
	};
	const wait =
		patience === 'little'
			? impatientWait(failure.retryable, tries.count, chance)
			: nextWait(failure.retryable, failures, chance);
	if (wait === undefined) return { tries };
	const spent = tries.spent + wait;
	return { tries: { ...tries, spent, busySpent: tries.busySpent + (isBusy ? wait : 0) }, wait };
}
