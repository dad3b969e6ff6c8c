import type { AiccError } from '../../base/errors';

/** Where progress is told: n8n's logger will do. */
export interface Log {
	info: (message: string) => void;
	warn: (message: string) => void;
}

/** What can become of a record; `spared` when nothing had to be done for it. */
type Fate = 'taken' | 'spared' | 'refused' | 'uncertain' | 'unsent';

/** Milliseconds between two lines of progress. */
const PROGRESS_INTERVAL = 10_000;

function fateOf({ outcome }: AiccError): Fate {
	if (outcome === 'unknown') return 'uncertain';
	return outcome === 'notSent' || outcome === 'failed' ? 'unsent' : 'refused';
}

/** Numbers as ranges: `0-19, 25`. */
function ranges(numbers: number[]): string {
	const parts: Array<[first: number, last: number]> = [];
	for (const number of [...numbers].sort((one, other) => one - other)) {
		const current = parts.at(-1);
		if (current && number <= current[1] + 1) current[1] = number;
		else parts.push([number, number]);
	}
	return parts.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(', ');
}

/**
 * What became of the records of one execution, for n8n's log: how far it is while it runs, and at
 * its end which items were not taken. A cancelled execution has no output that could say so.
 */
export class BatchReport {
	private joined = 0;

	private toldAt = Date.now();

	private readonly items: Record<Fate, number[]> = {
		taken: [],
		spared: [],
		refused: [],
		uncertain: [],
		unsent: [],
	};

	constructor(
		/** What is sent, with where to. */
		private readonly title: string,
		private readonly log: Log,
		/** How many records one request takes. */
		private readonly perRequest: number,
	) {}

	/** Notes that there is one more record, of which `note` or `noteSpared` will tell. */
	join(): void {
		this.joined++;
	}

	/** Notes what became of the records of some items. */
	note(items: number[], failure?: AiccError): void {
		const noted = this.items[failure ? fateOf(failure) : 'taken'];
		for (const item of items) noted.push(item);
		this.tellProgress();
	}

	/** Notes that nothing had to be done for the record of an item. */
	noteSpared(item: number): void {
		this.items.spared.push(item);
		this.tellProgress();
	}

	private tellProgress(): void {
		if (Date.now() - this.toldAt < PROGRESS_INTERVAL || this.isDone) return;
		this.toldAt = Date.now();
		this.log.info(this.summary());
	}

	/** Tells how it ended, unless more is still to come. */
	close(): void {
		if (!this.isDone) return;
		const { refused, uncertain, unsent } = this.items;
		const lists = [
			['refused', refused] as const,
			['not known', uncertain] as const,
			['not sent', unsent] as const,
		]
			.filter(([, items]) => items.length > 0)
			.map(([what, items]) => `${what}: items ${ranges(items)}`);
		const line = [this.summary(), ...lists].join('; ');
		if (uncertain.length + unsent.length > 0) this.log.warn(line);
		else if (this.joined > this.perRequest) this.log.info(line);
	}

	private get isDone(): boolean {
		return this.settled === this.joined;
	}

	private get settled(): number {
		return Object.values(this.items).reduce((sum, { length }) => sum + length, 0);
	}

	private summary(): string {
		const { taken, spared, refused, uncertain, unsent } = this.items;
		const there = spared.length > 0 ? `, ${spared.length} there already` : '';
		return `${this.title}: ${taken.length} of ${this.joined} taken${there}, ${refused.length} refused, ${uncertain.length} not known, ${unsent.length} not sent`;
	}
}
