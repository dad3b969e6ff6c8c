import { outboundResult } from '../../nodes/HuaweiAiccCallbackTrigger/events/outboundResult';
import { fingerprintOf } from '../../nodes/HuaweiAiccCallbackTrigger/fingerprint';
import {
	isRemembered,
	keepNewest,
	newestOf,
	remember,
} from '../../nodes/HuaweiAiccCallbackTrigger/memory';
import { callResultItem } from '../../nodes/shared/callResult';

const numbered = (name: string, count: number) =>
	Array.from({ length: count }, (_, index) => `${name} ${index}`);

describe('what the process remembers of results', () => {
	const BOUND = 200_000;
	const HOUR = 3600;

	/** Remembers results that have just been pushed. */
	const rememberNew = (names: string[], now: number) =>
		remember(new Map(names.map((name) => [name, now])), now);

	it('is bounded in number: the oldest are forgotten first', () => {
		const known = (names: string[]) => names.filter((name) => isRemembered(name, 1000)).length;
		const first = numbered('first', 50_000);
		const second = numbered('second', 100_000);
		const third = numbered('third', 100_000);
		rememberNew(first, 1000);
		rememberNew(second, 1000);
		expect([first, second].map(known)).toEqual([50_000, 100_000]);
		rememberNew(third, 1000);
		expect([first, second, third].map(known)).toEqual([0, 100_000, 100_000]);
		rememberNew(['one more'], 1000);
		expect(known([...second, ...third, 'one more'])).toBe(BOUND);
		expect(isRemembered('second 0', 1000)).toBe(false);
		expect(isRemembered('second 1', 1000)).toBe(true);
	});

	it('is an hour long', () => {
		const now = 1_800_000_000;
		rememberNew(['a'], now);
		rememberNew(['b'], now + 10);
		expect(isRemembered('a', now + HOUR)).toBe(true);
		expect(isRemembered('a', now + HOUR + 1)).toBe(false);
		expect(isRemembered('b', now + HOUR + 1)).toBe(true);
		rememberNew(['a'], now + HOUR + 1);
		expect(isRemembered('a', now + HOUR + 2)).toBe(true);
	});

	it('has what another process got, for as long as that one', () => {
		const now = 1_850_000_000;
		remember(new Map([['x', now - 1000]]), now);
		expect(isRemembered('x', now + HOUR - 1000)).toBe(true);
		expect(isRemembered('x', now + HOUR - 999)).toBe(false);
		remember(new Map([['y', now - HOUR - 1]]), now);
		expect(isRemembered('y', now - 1)).toBe(false);
	});

	it('takes a push as quickly when it is full as before', () => {
		const now = 1_900_000_000;
		const times = Array.from({ length: 30 }, (_, index) => {
			const push = numbered(`push ${index}`, 18_000);
			const begin = performance.now();
			rememberNew(push, now);
			return performance.now() - begin;
		});
		const total = (some: number[]) => some.reduce((sum, time) => sum + time, 0);
		expect(total(times.slice(-10))).toBeLessThan(10 * total(times.slice(0, 10)));
	});

	it('is, of what should be stored, that of the 100 nodes that were pushed to last', () => {
		for (const node of numbered('node', 100)) keepNewest(node, 'x');
		keepNewest('node 0', 'y');
		keepNewest('another', 'z');
		expect(newestOf('node 0')).toBe('y');
		expect(newestOf('node 1')).toBeUndefined();
		expect(newestOf('node 2')).toBe('x');
	});
});

describe('the fingerprint of a result', () => {
	const RESULT = { callId: '0', called: '13600000001', callStatus: 5, note: null, tags: ['a', 1] };

	it('is short, and the same for the same node and content only', () => {
		const one = fingerprintOf('node', RESULT);
		expect(one).toMatch(/^[\w-]{10}$/);
		expect(fingerprintOf('node', { ...RESULT, callStatus: '5', note: undefined })).toBe(one);
		expect(fingerprintOf('another', RESULT)).not.toBe(one);
	});

	it.each([
		[{ tags: ['a,1'] }],
		[{ tags: [1, 'a'] }],
		[{ tags: { 0: 'a', 1: 1 } }],
		[{ note: 'null' }],
		[{ note: false }],
		[{ note: 'false' }],
		[{ note: '' }],
		[{ called: '13600000001","note":"x' }],
	])('is another one with %j', (change) => {
		expect(fingerprintOf('node', { ...RESULT, ...change })).not.toBe(fingerprintOf('node', RESULT));
	});

	it.each([null, 7, { a: 1 }, ''])('can be made with the recording %j', (recordPath) => {
		const item = callResultItem({ ...RESULT, recordPath });
		expect(fingerprintOf('node', outboundResult.identityOf(item))).toMatch(/^[\w-]{10}$/);
	});
});
