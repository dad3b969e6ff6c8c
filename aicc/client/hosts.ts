/**
 * What this process knows of the servers it is talking to, by origin (scheme, host, port). Of a host
 * that nobody uses any more only that is remembered for a while which took time to find out.
 */
import { forgetClock, keepClock, type ServerClock } from '../auth/authV2/clock';
import { Remembered } from '../base/remembered';
import { AdaptiveLimit } from './adaptiveLimit';
import { HostLimiter } from './hostLimiter';
import type { Session } from './session';

interface Host {
	limiter: HostLimiter;
	limit: AdaptiveLimit;
	clock: ServerClock;
}

const hosts = new Map<string, Host>();

/** How many requests each host takes at once: the next execution begins with that. */
const limits = new Remembered<AdaptiveLimit>();

/** What each session has learned of its hosts, which is still true when all others have left them. */
const known = new WeakMap<Session, Map<string, Host>>();

function newHost(origin: string): Host {
	const limit = limits.use(origin, () => new AdaptiveLimit());
	return { limiter: new HostLimiter(limit), limit, clock: { offset: 0 } };
}

function hostOf(session: Session, origin: string): Host {
	const own = known.get(session) ?? new Map<string, Host>();
	const host = hosts.get(origin) ?? own.get(origin) ?? newHost(origin);
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
	const { limiter, limit } = hostOf(session, origin);
	limiter.leave(session);
	if (limiter.isUsed) return;
	limits.use(origin, () => limit);
	hosts.delete(origin);
	forgetClock(origin);
}

/** The limiter of a host, while a request of the session to it is under way. */
export function hostLimiterOf(session: Session, origin: string): HostLimiter {
	return hostOf(session, origin).limiter;
}

/** Milliseconds to add to our clock to get that of a host, as far as the session has learned it. */
export function clockOffsetIn(session: Session, origin: string): number {
	return known.get(session)?.get(origin)?.clock.offset ?? 0;
}

/** How many hosts are in use. For tests: it must be none when nothing is under way. */
export function rememberedHosts(): number {
	return hosts.size;
}
