import { AiccError } from '../base/errors';
import type { Session } from './session';

/**
 * The error for a request whose session has ended after it was sent: what came of it, unless that was
 * about the session as a whole.
 *
 * @param failure what came of it when it was sent last
 */
export function atEnd(failure: AiccError | undefined, session: Session): AiccError | undefined {
	if (!failure || failure.concernsAll) return session.end;
	if (!failure.retryable) return failure;
	return new AiccError(failure.kind, `${failure.message}; not tried again`, failure);
}
