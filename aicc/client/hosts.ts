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

/** What each session has learned of its hosts, which is still true when all others have left them. */
const known = new WeakMap<Session, Map<string, Host>>();

function hostOf(session: Session, origin: string): Host {
	const own = known.get(session) ?? new Map<string, Host>();
	const host = hosts.get(origin) ??
		own.get(origin) ?? { limiter: new HostLimiter(), clock: { offset: 0 } };
	known.set(session, own.set(origin, host));
	return host;
}

/** Notes that a request of a session to a host is under way, waiting ones included. */
export function enterHost(session: Session, origin: string): void {
	const host = hostOf(session, origin);
	hosts.set(origin, host);
	keepClock(origin, host.clock);
	host.limiter.enter(session);
}

/** Ends what `enterHost` began. */
export function leaveHost(session: Session, origin: string): void {
	const { limiter } = hostOf(session, origin);
	limiter.leave(session);
	if (limiter.isUsed) return;
	hosts.delete(origin);
	forgetClock(origin);
}

/** The limiter of a host, while a request of the session to it is under way. */
export function hostLimiterOf(session: Session, origin: string): HostLimiter {
	return hostOf(session, origin).limiter;
}

/** How many hosts are remembered. For tests: nothing may be kept of hosts that are not in use. */
export function rememberedHosts(): number {
	return hosts.size;
}
