/** Lists that change while they are read, at random: what `readPages` promises holds. */
import type { JsonObject } from '../../aicc/base/json';
import { readPages } from '../../aicc/patterns/list/pages';

type Row = { id: number; text: string };
type Place = 'head' | 'tail' | 'both' | 'between';

/** Numbers at random, the same ones for the same seed. */
function randomFrom(seed: number) {
	let state = seed * 2_654_435_761 + 1;
	return (below: number) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
}

interface World {
	seed: number;
	rows: number;
	pageSize: number;
	/** Where rows come, and how likely one comes at each answer, in percent. */
	grows?: Place;
	growth?: number;
	/** So many texts for all rows; without it each row has a text of its own. */
	texts?: number;
	/** At which answers a row goes. */
	removedAt?: number[];
}

/** A service with a list, which answers what it was asked side by side in any order. */
class Service {
	readonly random: (below: number) => number;

	rows: Row[] = [];

	readonly everThere = new Map<number, string>();

	requests = 0;

	private waiting: Array<() => void> = [];

	private next = 0;

	constructor(private readonly world: World) {
		this.random = randomFrom(world.seed);
		this.rows = Array.from({ length: world.rows }, () => this.newRow());
	}

	private newRow(): Row {
		const id = this.next++;
		const { texts } = this.world;
		const text = texts === undefined ? `row ${id}` : `row ${this.random(texts)}`;
		this.everThere.set(id, text);
		return { id, text };
	}

	private change(): void {
		const { grows, growth = 0, removedAt = [] } = this.world;
		if (removedAt.includes(this.requests)) this.rows.splice(this.random(this.rows.length), 1);
		if (!grows || this.random(100) >= growth) return;
		const place = {
			head: 0,
			tail: this.rows.length,
			both: this.random(2) * this.rows.length,
			between: this.random(this.rows.length + 1),
		}[grows];
		this.rows.splice(place, 0, this.newRow());
	}

	fetchPage = async (index: number) => {
		await new Promise<void>((answer) => {
			this.waiting.push(answer);
			void Promise.resolve().then(() => {
				const [chosen] = this.waiting.splice(this.random(this.waiting.length), 1);
				chosen?.();
			});
		});
		this.requests++;
		this.change();
		const { pageSize } = this.world;
		const rows = this.rows.slice(index * pageSize, (index + 1) * pageSize);
		return { total: this.rows.length, rows: rows.map(({ text }): JsonObject => ({ text })) };
	};

	async read(wanted: number): Promise<string[]> {
		const rows = await readPages(
			{
				title: 'rows',
				pageSize: this.world.pageSize,
				fetchPage: this.fetchPage,
				keyOf: ({ text }) => String(text),
			},
			wanted,
		);
		return rows.map(({ text }) => String(text));
	}
}

function counts(texts: Iterable<string>): Map<string, number> {
	const found = new Map<string, number>();
	for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
	return found;
}

/** Reads a list, and sees to it that the promise holds. @returns what it took */
async function check(world: World, wanted = Infinity) {
	const service = new Service(world);
	const atFirst = new Set(service.rows.map(({ id }) => id));
	const out = await service.read(wanted);
	const outCounts = counts(out);
	const there = counts(service.everThere.values());
	const faults = [...outCounts].filter(([text, count]) => count > (there.get(text) ?? 0));
	if (wanted === Infinity) {
		const stayed = service.rows.filter(({ id }) => atFirst.has(id)).map(({ text }) => text);
		faults.push(
			...[...counts(stayed)].filter(([text, count]) => (outCounts.get(text) ?? 0) < count),
		);
	} else if (out.length !== wanted && (out.length > wanted || out.length < world.rows)) {
		faults.push(['length', out.length]);
	}
	expect([world, wanted, faults]).toEqual([world, wanted, []]);
	return { requests: service.requests, pages: Math.max(1, Math.ceil(world.rows / world.pageSize)) };
}

const SEEDS = Array.from({ length: 25 }, (_, seed) => seed + 1);
const SIZES = [
	[0, 5],
	[1, 5],
	[37, 5],
	[120, 10],
	[455, 50],
] as const;

describe.each(SIZES)('a list of %i rows in pages of %i', (rows, pageSize) => {
	it.each<[string, Partial<World>]>([
		['that stands still', {}],
		['of rows that are all alike', { texts: 1 }],
	])('%s takes a request for each page', async (_, more) => {
		const { requests, pages } = await check({ seed: 1, rows, pageSize, ...more });
		expect(requests).toBeLessThanOrEqual(more.texts ? 2 * pages : pages);
	});

	describe.each<Place>(['head', 'tail', 'both', 'between'])('that grows (%s)', (grows) => {
		it.each([1, 10, 50, 100])(
			'at %i of 100 answers is read whole, each row once',
			async (growth) => {
				for (const seed of SEEDS) {
					const { requests, pages } = await check({ seed, rows, pageSize, grows, growth });
					expect(requests).toBeLessThanOrEqual(3 * pages + 10);
				}
			},
		);

		it.each([1, 10, 50, 100])('at %i of 100 answers meets a limit', async (growth) => {
			for (const seed of SEEDS) {
				const wanted = 1 + ((seed * 7) % (rows + 3));
				const { requests } = await check({ seed, rows, pageSize, grows, growth }, wanted);
				expect(requests).toBeLessThanOrEqual(3 * Math.ceil(wanted / pageSize) + 10);
			}
		});
	});

	describe.each<Place>(['head', 'tail'])('with rows that are alike, that grows (%s)', (grows) => {
		it.each([2, 7, 40, 300])('of %i texts', async (texts) => {
			for (const seed of SEEDS) {
				const growth = [5, 30, 100][seed % 3];
				const { requests, pages } = await check({ seed, rows, pageSize, grows, growth, texts });
				expect(requests).toBeLessThanOrEqual(5 * pages + 10);
				await check({ seed, rows, pageSize, grows, growth, texts }, 1 + ((seed * 7) % (rows + 3)));
			}
		});
	});

	it.each([[[2]], [[3, 4]], [[1, 5, 9]]])(
		'that loses rows at %j is read anew',
		async (removedAt) => {
			for (const seed of SEEDS) {
				const { requests, pages } = await check({
					seed,
					rows: rows + 10,
					pageSize,
					removedAt,
					texts: seed % 2 ? 30 : undefined,
				});
				expect(requests).toBeLessThanOrEqual(4 * pages + 10);
			}
		},
	);
});

it.each([
	['stands still', 0],
	['grows now and then', 10],
	['grows often', 30],
])(
	'has each row once, or is an error, when rows of the same time have another order on each page of a list that %s',
	async (_, growth) => {
		let errors = 0;
		for (const seed of SEEDS) {
			const random = randomFrom(seed);
			// Of each time five, so that some are on both sides of the edge of a page.
			const all = Array.from({ length: 43 }, (__, id) => ({ id, place: -Math.floor(id / 5) }));
			const atFirst = all.map(({ id }) => String(id));
			const fetchPage = async (index: number, size: number) => {
				if (random(100) < growth) all.push({ id: all.length, place: -Math.floor(all.length / 5) });
				const mixed = all
					.map(({ id, place }) => ({
						id,
						place: place + (random(4) === 0 ? random(99) / 100 : 0),
					}))
					.sort((one, other) => one.place - other.place);
				const rows = mixed.slice(index * size, (index + 1) * size).map(({ id }) => ({ id }));
				return { rows, total: all.length };
			};
			const keyOf = (row: JsonObject) => String(row.id);
			const asked = { title: 'rows', pageSize: 7, fetchPage, keyOf, isKeyId: true };
			const rows = await readPages(asked, Infinity).catch((error: Error) => {
				expect(error.message).toMatch(/^Only \d+ of \d+ rows could be read$/);
				errors++;
			});
			if (!rows) continue;
			const keys = rows.map(keyOf);
			expect(keys).toHaveLength(new Set(keys).size);
			expect(atFirst.filter((key) => !keys.includes(key))).toEqual([]);
		}
		expect(errors).toBeLessThan(SEEDS.length / 4);
	},
);
