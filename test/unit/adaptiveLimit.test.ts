/** What a process makes of a host's answers, without a host. */
import { AdaptiveLimit } from '../../aicc/client/adaptiveLimit';

const CEILING = 10;
const PATH = '/look-up';
const SERVICE_MS = 200;
const SLOW_MS = 5000;

/** Has every place answer once; each is taken again at once. */
function round(limit: AdaptiveLimit, milliseconds = SERVICE_MS): void {
	const places = limit.under(CEILING);
	for (let place = 0; place < places; place++) {
		limit.answered(PATH, milliseconds, limit.under(CEILING), CEILING);
	}
}

/** How many rounds it takes until there is another place. */
function roundsUntilMore(limit: AdaptiveLimit): number {
	const places = limit.under(CEILING);
	let rounds = 0;
	for (; limit.under(CEILING) === places; rounds++) round(limit);
	return rounds;
}

/** @param places from 1 to 9 */
function limitOf(places: number, milliseconds = SERVICE_MS): AdaptiveLimit {
	const limit = new AdaptiveLimit();
	round(limit, milliseconds);
	expect(limit.under(CEILING)).toBe(CEILING);
	for (let inFlight = CEILING; inFlight > places; inFlight--) limit.refused(inFlight);
	return limit;
}

it('has all places that are allowed after few answers, and never more', () => {
	const limit = new AdaptiveLimit();
	round(limit);
	round(limit);
	expect(limit.under(CEILING)).toBe(CEILING);
	expect(limit.under(3)).toBe(3);
});

it.each([1, 2, 5, 9])('has %i places when all others were turned away', (places) => {
	expect(limitOf(places).under(CEILING)).toBe(places);
	expect(limitOf(places).gap).toBe(0);
});

it('tries more the later, the more it has', () => {
	const rounds = [1, 2, 3].map((places) => roundsUntilMore(limitOf(places)));
	expect(rounds).toEqual([...rounds].sort((one, other) => one - other));
	expect(new Set(rounds).size).toBe(3);
});

it('tries more sooner as long as that goes well', () => {
	const limit = limitOf(3);
	const first = roundsUntilMore(limit);
	expect(roundsUntilMore(limit)).toBeLessThan(first / 4);
	limit.refused(limit.under(CEILING));
	expect(roundsUntilMore(limit)).toBeGreaterThan(first / 4);
});

it('does not try more while it does not use what it has', () => {
	const limit = limitOf(2);
	for (let answer = 0; answer < 5000; answer++) limit.answered(PATH, SERVICE_MS, 1, CEILING);
	expect(limit.under(CEILING)).toBe(2);
});

it('leaves the host alone for a growing time when even one is too many, until it answers', () => {
	const limit = limitOf(1);
	const gaps = Array.from({ length: 8 }, () => {
		limit.refused(1);
		return limit.gap;
	});
	expect(gaps[0]).toBeGreaterThanOrEqual(SERVICE_MS);
	expect(gaps[1]).toBeGreaterThan(gaps[0] ?? 0);
	expect(gaps.at(-1)).toBe(2000);
	round(limit);
	expect(limit.gap).toBe(0);
	// It was shut for long: it may be open for more now.
	expect(roundsUntilMore(limit)).toBeLessThan(3);
});

it('brakes while answers take longer than they used to, by half at most', () => {
	const limit = limitOf(8);
	for (let count = 0; count < 30; count++) round(limit);
	expect(limit.under(CEILING)).toBe(8);
	for (let count = 0; count < 5; count++) round(limit, 10 * SERVICE_MS);
	const braked = limit.under(CEILING);
	expect(braked).toBeGreaterThanOrEqual(4);
	expect(braked).toBeLessThan(7);
	for (let count = 0; count < 200; count++) round(limit, 10 * SERVICE_MS);
	expect(limit.under(CEILING)).toBeGreaterThanOrEqual(8);
});

it('tells interfaces apart that take longer than others', () => {
	const limit = limitOf(8);
	for (let count = 0; count < 30; count++) round(limit);
	for (let count = 0; count < 40; count++) limit.answered('/list', 2000, 8, CEILING);
	expect(limit.under(CEILING)).toBe(8);
});

it('lets others have a turn after each of its own while it has the only place that it gets', () => {
	const limit = limitOf(1, SLOW_MS);
	round(limit, SLOW_MS);
	expect(limit.gap).toBe(0);
	round(limit, SLOW_MS);
	expect(limit.gap).toBeGreaterThanOrEqual(1000);
	expect(limit.gap).toBeLessThanOrEqual(2000);
	round(limit, SLOW_MS);
	expect(limit.gap).toBe(0);
});

it('takes no turns where it has more than one place', () => {
	const limit = limitOf(2, SLOW_MS);
	for (let rounds = 0; rounds < 10; rounds++) {
		round(limit, SLOW_MS);
		expect(limit.gap).toBe(0);
	}
});
