import type { Policy } from '../policy';

/**
 * Cuts a query off when the execution is cancelled. A write that is on its way is waited for: cut
 * off, nobody would know whether it was made.
 */
export const cancel: Policy = (next) => (request, session) =>
	next(request.endpoint.write ? request : { ...request, signal: session.signal }, session);
