/** Finding the records that a refusal is about, with a service that takes all of them or none. */
import {
	BatchSender,
	type BatchTransport,
	type Entry,
	type Subject,
} from '../../aicc/patterns/batch/sendOrBisect';
import { AiccError } from '../../aicc/base/errors';

type Fate = 'taken' | 'refused' | 'unknown' | 'unsent';

interface Service {
	/** Numbers that are refused. */
	bad: string[];
	/** What the service says when it refuses some of these. */
	textOf?: (bad: string[]) => string;
	/** Requests, counted from 1, of which nobody knows. */
	cut?: number[];
	/** What the service means by its refusal. */
	subject?: Subject;
	/** How many it takes in all; then it says that there is no room. */
	room?: number;
	/** After so many requests it refuses everything for good. */
	endsAfter?: number;
	/** In batches of so many. */
	batch?: number;
}

/** Delivers numbers. @returns what became of each, and the requests that it took */
async function send(numbers: string[], service: Service) {
	const { bad, textOf, cut = [], subject = 'unclear', room = Infinity } = service;
	const fates = new Map<string, Fate>();
	const book: string[] = [];
	const requests: string[][] = [];
	const transport: BatchTransport<string> = {
		async send(entries) {
			const sent = entries.map(({ record }) => record);
			requests.push(sent);
			if (cut.includes(requests.length)) throw new AiccError('uncertain', 'Nobody knows');
			if (requests.length > (service.endsAfter ?? Infinity)) {
				throw new AiccError('service', 'Refused', { resultCode: 'target' });
			}
			if (book.length + sent.length > room) {
				throw new AiccError('service', 'Refused', { resultCode: 'full' });
			}
			const refused = sent.filter((number) => bad.includes(number));
			if (refused.length > 0) {
				throw new AiccError('service', 'Refused', {
					resultCode: '1',
					serviceText: textOf?.(refused) ?? 'A number is refused',
				});
			}
			book.push(...sent);
			for (const number of sent) fates.set(number, 'taken');
		},
		fail(entries, { outcome }) {
			const fate = ({ refused: 'refused', notSent: 'unsent' } as const)[outcome as 'refused'];
			for (const { record } of entries) {
				expect(fates.has(record)).toBe(false);
				fates.set(record, fate ?? 'unknown');
			}
		},
		numberOf: (number) => number,
		subjectOf({ kind, resultCode }) {
			if (kind !== 'service') return undefined;
			return resultCode === '1' ? subject : (resultCode as Subject);
		},
		onEnd: () => {
			isOver = true;
		},
	};
	let isOver = false;
	const ignore = () => {};
	const entries = numbers.map(
		(record, itemIndex): Entry<string> => ({ record, itemIndex, resolve: ignore, reject: ignore }),
	);
	const sender = new BatchSender(transport);
	const { batch = numbers.length } = service;
	for (let from = 0; from < entries.length && !isOver; from += batch) {
		await sender.sendOrBisect(entries.slice(from, from + batch));
	}
	expect(new Set(book).size).toBe(book.length);
	const withFate = (fate: Fate) => numbers.filter((number) => fates.get(number) === fate);
	return {
		taken: withFate('taken'),
		refused: withFate('refused'),
		unknown: withFate('unknown'),
		unsent: withFate('unsent'),
		requests: requests.length,
	};
}

const numbers = Array.from({ length: 20 }, (_, index) => String(13_000_000_000 + index));
const without = (...bad: string[]) => numbers.filter((number) => !bad.includes(number));

describe('one bad number among 20', () => {
	it.each(numbers)('%s is found in few requests when it is not named', async (bad) => {
		const result = await send(numbers, { bad: [bad] });
		expect(result).toMatchObject({ taken: without(bad), refused: [bad], unknown: [] });
		// Halving 20 five times: at most two requests each time, and the first one.
		expect(result.requests).toBeLessThanOrEqual(11);
	});

	it('at the end costs one request for each halving', async () => {
		const { requests } = await send(numbers, { bad: [numbers[19] ?? ''] });
		expect(requests).toBe(6);
	});

	it('at the beginning lets each other half be taken as a whole', async () => {
		const { requests } = await send(numbers, { bad: [numbers[0] ?? ''] });
		expect(requests).toBe(11);
	});

	it('costs one request more when it is named', async () => {
		const bad = numbers[7] ?? '';
		const textOf = ([number]: string[]) => `The number ${number} is blocked`;
		const result = await send(numbers, { bad: [bad], textOf });
		expect(result).toMatchObject({ taken: without(bad), refused: [bad], requests: 2 });
	});
});

it('finds several bad ones, named together or not', async () => {
	const bad = [numbers[1], numbers[2], numbers[13]].map(String);
	const named = await send(numbers, { bad, textOf: (refused) => refused.join(',') });
	expect(named).toMatchObject({ taken: without(...bad), refused: bad, requests: 2 });
	const unnamed = await send(numbers, { bad });
	expect(unnamed).toMatchObject({ taken: without(...bad), refused: bad });
});

it('refuses all when all are bad, whether the text names all of them or none', async () => {
	for (const textOf of [undefined, (refused: string[]) => refused.join(' ')]) {
		const result = await send(numbers, { bad: numbers, textOf });
		expect(result).toMatchObject({ taken: [], refused: numbers });
	}
});

it.each([
	['a part of a longer number', '130000000001', '13000000000'],
	['a number with * or # beside it', '#13000000001', '13000000001'],
	['a short number, which may mean something else', 'code 603, at most 24', '603'],
])('does not take for named: %s', async (_, text, innocent) => {
	const result = await send([...without(innocent), innocent], {
		bad: [numbers[5] ?? ''],
		textOf: () => text,
	});
	expect(result.taken).toContain(innocent);
	expect(result.refused).toEqual([numbers[5]]);
});

it('leaves those unknown whose own request nobody knows of, and goes on with the others', async () => {
	const bad = numbers[19] ?? '';
	const result = await send(numbers, { bad: [bad], cut: [2] });
	expect(result.unknown).toEqual(numbers.slice(0, 10));
	expect(result.refused).toEqual([bad]);
	expect(result.taken).toEqual(numbers.slice(10, 19));
});

describe('a refusal that all records share', () => {
	/** Halving the first twenty, then three for each batch, and one more for the first five. */
	const FEW = 39 + 9 * 3 + 5;
	const many = Array.from({ length: 200 }, (_, index) => String(13_100_000_000 + index));

	it('costs few requests once a whole batch was refused one by one', async () => {
		const result = await send(many, { bad: many, batch: 20 });
		expect(result).toMatchObject({ taken: [], refused: many });
		expect(result.requests).toBeLessThanOrEqual(FEW);
	});

	it.each([
		['a time', (count: number) => `System busy at 2026-01-01T08:00:${count % 60}.5+08:00`],
		['a mark of the request', (count: number) => `Busy (trace ${(count * 7919).toString(16)}-1be)`],
	])('is known again although its text has %s in it', async (_, textAt) => {
		let count = 0;
		const textOf = () => textAt(count++);
		const result = await send(many, { bad: many, batch: 20, textOf });
		expect(result.refused).toEqual(many);
		expect(result.requests).toBeLessThanOrEqual(FEW);
	});

	it('does not cost the good ones of a batch that has bad ones at its borders', async () => {
		const isBad = (index: number) => index < 20 || index % 20 === 0 || index % 20 === 19;
		const bad = many.filter((_, index) => isBad(index));
		const result = await send(many, { bad, batch: 20 });
		expect(result).toMatchObject({
			taken: many.filter((_, index) => !isBad(index)),
			refused: bad,
		});
	});

	it.each([0, 1, 19])('does not cost the good one at place %i of a later batch', async (place) => {
		const good = many[40 + place] ?? '';
		const bad = many.filter((number) => number !== good && number !== many[40]);
		const result = await send(many, { bad, batch: 20 });
		expect(result.taken).toContain(good);
		expect(result.refused).toEqual(bad);
	});

	it('is looked for one by one when it is known to be about a record', async () => {
		const good = many[130] ?? '';
		const bad = many.filter((number) => number !== good);
		const result = await send(many, { bad, batch: 20, subject: 'record' });
		expect(result).toMatchObject({ taken: [good], refused: bad });
		expect(result.requests).toBeLessThan(300);
	});

	it('that begins later costs no more than one request for each record', async () => {
		const bad = many.slice(20);
		const result = await send(many, { bad, batch: 20 });
		expect(result).toMatchObject({ taken: many.slice(0, 20), refused: bad });
		expect(result.requests).toBeLessThanOrEqual(1 + 39 + 8 * 21);
	});

	it('is believed at once when the text names all of them', async () => {
		const textOf = (refused: string[]) => refused.join(',');
		const result = await send(many, { bad: many, batch: 20, textOf });
		expect(result).toMatchObject({ refused: many, requests: 10 });
	});
});

describe('a campaign that has no room', () => {
	it.each([0, 1, 7, 10, 13, 19])('takes what still fits: %i of 20', async (room) => {
		const result = await send(numbers, { bad: [], room });
		expect(result.taken).toEqual(numbers.slice(0, room));
		expect(result.refused).toEqual(numbers.slice(room));
		expect(result.requests).toBeLessThanOrEqual(7);
	});

	it('does not lose the good ones behind a bad one', async () => {
		const bad = numbers[3] ?? '';
		const result = await send(numbers, { bad: [bad], room: 8 });
		expect(result.taken).toEqual(without(bad).slice(0, 8));
	});
});

it.each([1, 2, 3])(
	'sends nothing more when the campaign has ended after %i requests',
	async (n) => {
		const result = await send(numbers, { bad: [numbers[0] ?? ''], endsAfter: n });
		expect(result.requests).toBe(n + 1);
		expect(result.refused.length).toBeGreaterThan(0);
		expect(result.unsent.length).toBeGreaterThan(0);
		expect([...result.taken, ...result.refused, ...result.unsent].sort()).toEqual(numbers);
	},
);

describe('thousands at once', () => {
	const many = Array.from({ length: 3000 }, (_, index) => String(10_000 + index));

	it('are not halved when each of them is refused', async () => {
		const { refused, requests } = await send(many, { bad: many });
		expect(refused).toEqual(many);
		expect(requests).toBe(4);
	});

	it.each([
		['the first', ['10000']],
		['the last and one amid them', ['11500', '12999']],
		['two apart', ['10007', '12345']],
	])('come but for those that are refused: %s', async (_, bad) => {
		const { taken, refused, requests } = await send(many, { bad });
		expect(refused).toEqual(bad);
		expect(taken).toHaveLength(many.length - bad.length);
		expect(requests).toBeLessThan(60);
	});
});
