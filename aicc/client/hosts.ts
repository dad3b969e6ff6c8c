/**
 * What this process knows of the servers it is talking to, by origin (scheme, host, port). A host
 * that nobody uses any more is forgotten.
 */
import { forgetClock, keepClock, type ServerClock } from '../auth/authV2/clock';
import { HostLimiter } from './hostLimiter';
import type { Session } from './session';

interface Host {
	limiter: HostLimiter;
	clock: ServerClock;
}

const hosts = new Map<string, Host>();

/** What each session has learned of its host, which is still true when all others have left it. */
const known = new WeakMap<Session, Host>();

function hostOf(session: Session): Host {
	const own = known.get(session);
	const host = hosts.get(session.origin) ??
		own ?? { limiter: new HostLimiter(), clock: { offset: 0 } };
	if (host !== own) known.set(session, host);
	return host;
}

/** Notes that a request of a session to its host is under way, waiting ones included. */
export function enterHost(session: Session): void {
	const host = hostOf(session);
	hosts.set(session.origin, host);
	keepClock(session.origin, host.clock);
	host.limiter.enter(session);
}

/** Ends what `enterHost` began. */
export function leaveHost(session: Session): void {
	const { limiter } = hostOf(session);
	limiter.leave(session);
	if (limiter.isUsed) return;
	hosts.delete(session.origin);
	forgetClock(session.origin);
}

/** The limiter of a session's host, while a request of the session is under way. */
export function hostLimiterOf(session: Session): HostLimiter {
	return hostOf(session).limiter;
}

/** How many hosts are remembered. For tests: nothing may be kept of hosts that are not in use. */
export function rememberedHosts(): number {
	return hosts.size;
}
