import type { JsonObject } from '../../base/json';
import type { Page, PagedList } from './page';
import { certain, followed, identified, placed, repeatedKeys, type ReadPage } from './rows';
import { Unread } from './unread';

/** Pages that are asked for at once at most; how many are in flight is for the host's limiter to say. */
const MAX_PAGES_AT_ONCE = 50;

/** So often pages are asked for side by side; then in order, which ends however the list grows. */
const ROUNDS_SIDE_BY_SIDE = 2;

/** So often pages are looked at again to tell whether rows that are alike are one row. */
const MAX_LOOKS = 3;

/** So often, and for so many rows at most, pages are looked at again that have a row twice. */
const LOOKS_AT_TWICE = 2;
const MAX_TWICE_LOOKED_AT = 5;

const NOTHING_SLID: ReturnType<typeof followed> = { rows: [], slides: [], repeated: [] };

/** So many requests for each page of the list mean that it grows faster than it can be read. */
const MAX_REQUESTS_PER_PAGE = 4;
/** And so many more, for lists of few pages. */
const SPARE_REQUESTS = 10;

function firstOf(pages: Iterable<number>): number[] {
	const [first] = pages;
	return first === undefined ? [] : [first];
}

/** One reading of a list: its first page, then the others side by side. */
export class Reading {
	readonly pages: ReadPage[] = [];

	/** The greatest total that was told. */
	total: number;

	/** Whether what was read is all that was there when it began, or as much as is wanted. */
	isWhole = false;

	/** Whether the list grows faster than it can be read. */
	isHopeless = false;

	/** Whether a page had more rows than its total allows: such a total says nothing. */
	isTotalTooLow = false;

	/** Whether there is no use in reading on. */
	private isBroken = false;

	private requests = 1;

	private looksAtEnds = 0;

	private readonly firstTotal: number;

	private readonly unread: Unread;

	/** Pages that have come, by their total and rows. */
	private readonly pageTexts = new Map<string, number>();

	constructor(
		private readonly list: PagedList,
		private readonly wanted: number,
		first: Page & { total: number },
		private readonly firstAtOnce: number,
	) {
		this.total = first.total;
		this.firstTotal = first.total;
		this.unread = new Unread(first.total, wanted);
		this.note(0, first, first.total);
		this.unread.note(this.pages);
	}

	/** Whether the list had the same total all the time. */
	get isSteady(): boolean {
		return this.pages.every(({ total }) => total === this.firstTotal);
	}

	/**
	 * Rows that are on two pages of a list that stood still, or that no growth can have moved there. Of
	 * rows without an ID nobody knows whether they are the same.
	 */
	get repeated(): string[] {
		if (this.isSteady) return repeatedKeys(this.pages);
		return this.list.isKeyId ? followed(this.pages).repeated : [];
	}

	/**
	 * Looks again at pages that have a row twice. Where a row has an ID, it may be one that stood behind the
	 * edge of a page by chance, each time that it was looked at.
	 *
	 * @returns whether they are as they were
	 */
	async isSettled(): Promise<boolean> {
		const some = new Set([...new Set(this.repeated)].slice(0, MAX_TWICE_LOOKED_AT));
		const indexes = this.pages
			.filter(({ rows }) => rows.some(({ key }) => some.has(key)))
			.map(({ index }) => index);
		for (let looks = 0; looks < LOOKS_AT_TWICE; looks++) {
			await this.readSideBySide(new Set(indexes));
			if (this.isBroken || !placed(this.pages, () => 0)) return false;
		}
		return true;
	}

	/** All rows that have been read, by their keys. */
	get byKey(): Map<string, JsonObject> {
		const inOrder = [...this.pages].sort((one, other) => one.start - other.start);
		return new Map(inOrder.flatMap(({ rows }) => rows.map(({ key, row }) => [key, row])));
	}

	/**
	 * Looks for what has come meanwhile, where most lists grow: at the end, then at the beginning.
	 *
	 * @returns whether there was another end to look at
	 */
	async lookAtEnd(): Promise<boolean> {
		const index = [Math.floor((this.total - 1) / this.list.pageSize), 0][this.looksAtEnds++];
		if (index === undefined || this.isSteady) return false;
		await this.read(index);
		return true;
	}

	/** How many rows have been read, at least. */
	get seen(): number {
		return followed(this.pages).rows.length;
	}

	/** Reads on. @returns the rows; undefined when what was read is not whole */
	async finish(): Promise<JsonObject[] | undefined> {
		for (let round = 1; !this.isBroken && !this.hasEnough && !this.unread.isEmpty; round++) {
			const before = this.pages.length;
			const pages = this.unread.pages(this.list.pageSize);
			await this.readSideBySide(round > ROUNDS_SIDE_BY_SIDE ? firstOf(pages) : pages);
			this.unread.note(this.pages.slice(before));
			const pagesOfAll = Math.ceil(this.firstTotal / this.list.pageSize);
			this.isHopeless = this.requests > MAX_REQUESTS_PER_PAGE * pagesOfAll + SPARE_REQUESTS;
			this.isBroken ||= this.isHopeless;
		}
		const rows = this.isBroken ? undefined : await this.rows();
		this.isWhole = !this.isBroken;
		return this.isWhole ? rows : undefined;
	}

	/** Whether there are as many rows as are wanted, before every one in question has been read. */
	private get hasEnough(): boolean {
		const isLimited = this.wanted < this.firstTotal && !this.isSteady;
		return isLimited && certain(this.pages).length >= this.wanted;
	}

	/**
	 * Each row once. Where rows of two pages are alike it must be known whether one has slid from
	 * one page to the other, or whether there are two: such a page is looked at again.
	 */
	private async rows(): Promise<JsonObject[] | undefined> {
		const head = (total: number) => total - this.firstTotal;
		for (let looks = 0; ; looks++) {
			const unmoved = placed(this.pages, () => 0);
			const { rows, slides } = this.isSteady ? NOTHING_SLID : followed(this.pages);
			if (!unmoved) return placed(this.pages, head) ?? rows;
			if (this.hasEnough) return certain(this.pages);
			const doubtful = slides.filter(
				({ fromPage, total }) =>
					!this.pages.some((page) => page.index === fromPage && page.total >= total),
			);
			if (doubtful.length === 0 || looks === MAX_LOOKS) return unmoved;
			// The first page nearly always decides, and has what is new; or else many rows are alike.
			const pages = [...new Set(doubtful.map(({ fromPage }) => fromPage))];
			await this.readSideBySide([[0], pages.slice(0, 1)][looks] ?? pages);
			if (this.isBroken) return undefined;
		}
	}

	private async readSideBySide(indexes: Iterable<number>): Promise<void> {
		const waiting = indexes[Symbol.iterator]();
		let working = 0;
		const work = async (): Promise<void> => {
			if (this.isBroken) return;
			const { done, value: index } = waiting.next();
			if (done) return;
			working++;
			// After a page that could not be read no further one is of use.
			await this.read(index).catch((error: unknown) => {
				this.isBroken = true;
				throw error;
			});
			working--;
			await Promise.all(working < MAX_PAGES_AT_ONCE - 1 ? [work(), work()] : [work()]);
		};
		await Promise.all(Array.from({ length: this.firstAtOnce }, work));
	}

	private async read(index: number): Promise<void> {
		const known = this.total;
		this.requests++;
		this.note(index, await this.list.fetchPage(index, this.list.pageSize), known);
	}

	/** @param known the greatest total that had been told when the page was asked for */
	private note(index: number, page: Page, known: number): void {
		const { pageSize, keyOf } = this.list;
		const total = page.total ?? known;
		const start = index * pageSize;
		const hasShrunk = total < known;
		const room = Math.max(0, Math.min(pageSize, total - start));
		this.total = Math.max(this.total, total);
		const rows = identified(page.rows, keyOf);
		const keys = rows.map(({ key }) => key);
		const text = JSON.stringify([total, keys]);
		const double = this.pageTexts.get(text) ?? index;
		// A page of rows that are mostly alike may be like another one.
		const isRepeated = double !== index && 2 * new Set(keys).size > keys.length;
		this.pageTexts.set(text, double);
		this.isTotalTooLow ||= !isRepeated && page.rows.length > room;
		this.isBroken ||= hasShrunk || isRepeated || page.rows.length !== room;
		if (!isRepeated) this.pages.push({ index, start, total, rows });
	}
}
