import type { ReadPage } from './rows';

/** Places in a list, from the first to before the last. */
type Span = readonly [from: number, to: number];

function without(spans: Span[], [from, to]: Span): Span[] {
	return spans
		.flatMap<Span>((span) => [
			[span[0], Math.min(span[1], from)],
			[Math.max(span[0], to), span[1]],
		])
		.filter(([begin, end]) => begin < end);
}

/**
 * The places of a growing list where a row may be that was there at the beginning and was not read.
 *
 * Wherever a list grows, its rows only move towards its end, none by more places than the list has
 * grown by. So when the total was n and is n + g, what may have been at a place may now be at that
 * place or up to g further; and what has been read at a total is nowhere else at that total. When
 * no place is left, every row that was there at the beginning has been read. Pages that are read
 * one after the other, from the first to the last, always come to that.
 */
export class Unread {
	private spans: Span[];

	/**
	 * @param total of the list at the beginning
	 * @param wanted how many of its first rows are wanted
	 */
	constructor(
		private total: number,
		wanted: number,
	) {
		this.spans = total > 0 ? [[0, Math.min(total, wanted)]] : [];
	}

	/** Whether every row that was there at the beginning has been read. */
	get isEmpty(): boolean {
		return this.spans.length === 0;
	}

	/** Notes pages that were all asked for after those noted before. */
	note(pages: readonly ReadPage[]): void {
		for (const page of [...pages].sort((one, other) => one.total - other.total)) {
			this.growTo(page.total);
			this.spans = without(this.spans, [page.start, page.start + page.rows.length]);
		}
	}

	/** The pages that have such places, one by one: a total may be told that has no end. */
	*pages(pageSize: number): Generator<number> {
		let next = 0;
		for (const [from, to] of this.spans) {
			next = Math.max(next, Math.floor(from / pageSize));
			for (; next * pageSize < to; next++) yield next;
		}
	}

	private growTo(total: number): void {
		const growth = total - this.total;
		if (growth <= 0) return;
		this.total = total;
		const grown: Array<[number, number]> = [];
		for (const [from, to] of this.spans) {
			const last = grown.at(-1);
			if (last && from <= last[1]) last[1] = Math.max(last[1], to + growth);
			else grown.push([from, to + growth]);
		}
		this.spans = grown;
	}
}
