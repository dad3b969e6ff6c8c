/** Finding the records that a refusal is about, with a service that takes all of them or none. */
import { deliver, type Delivery, type Entry } from '../../aicc/delivery';
import { AiccError } from '../../aicc/errors';

type Fate = 'taken' | 'refused' | 'unknown';

interface Service {
	/** Numbers that are refused. */
	bad: string[];
	/** What the service says when it refuses some of these. */
	textOf?: (bad: string[]) => string;
	/** Requests, counted from 1, of which nobody knows. */
	cut?: number[];
}

/** Delivers numbers. @returns what became of each, and the requests that it took */
async function send(numbers: string[], { bad, textOf, cut = [] }: Service) {
	const fates = new Map<string, Fate>();
	const book: string[] = [];
	const requests: string[][] = [];
	const delivery: Delivery<string> = {
		async send(entries) {
			const sent = entries.map(({ record }) => record);
			requests.push(sent);
			if (cut.includes(requests.length)) throw new AiccError('uncertain', 'Nobody knows');
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
		fail(entries, { kind }) {
			for (const { record } of entries) {
				fates.set(record, kind === 'service' ? 'refused' : 'unknown');
			}
		},
		numberOf: (number) => number,
		isAboutRecords: ({ kind }) => kind === 'service',
	};
	const ignore = () => {};
	const entries = numbers.map(
		(record, itemIndex): Entry<string> => ({ record, itemIndex, resolve: ignore, reject: ignore }),
	);
	await deliver(delivery, entries);
	expect(new Set(book).size).toBe(book.length);
	const withFate = (fate: Fate) => numbers.filter((number) => fates.get(number) === fate);
	return {
		taken: withFate('taken'),
		refused: withFate('refused'),
		unknown: withFate('unknown'),
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
