/** What is remembered for a while, and what is not forgotten. */
import { Remembered } from '../../aicc/base/remembered';

const MINUTE = 60_000;
let now = 1_800_000_000_000;

beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

interface Thing {
	isInUse: boolean;
}

const newThing = (): Thing => ({ isInUse: false });

it('remembers for ten minutes after the last use', () => {
	const things = new Remembered<Thing>();
	const first = things.use('one', newThing);
	now += 9 * MINUTE;
	expect(things.use('one', newThing)).toBe(first);
	now += 9 * MINUTE;
	expect(things.use('one', newThing)).toBe(first);
	now += 11 * MINUTE;
	expect(things.use('one', newThing)).not.toBe(first);
});

it('forgets the one that was used longest ago when there are too many', () => {
	const things = new Remembered<Thing>();
	const [first, second] = [things.use('1', newThing), things.use('2', newThing)];
	things.use('1', newThing);
	for (let index = 3; index <= 1_001; index++) things.use(String(index), newThing);
	expect(things.use('1', newThing)).toBe(first);
	expect(things.use('2', newThing)).not.toBe(second);
});

it('never forgets what is in use', () => {
	const things = new Remembered<Thing>(({ isInUse }) => isInUse);
	const used = things.use('used', newThing);
	used.isInUse = true;
	now += 20 * MINUTE;
	for (let index = 0; index < 1_200; index++) things.use(String(index), newThing);
	expect(things.use('used', newThing)).toBe(used);
	used.isInUse = false;
	now += 11 * MINUTE;
	expect(things.use('used', newThing)).not.toBe(used);
});
