/** Lets so many pieces of work be under way at once; the others wait for their turn. */
export class Turns {
	private begun = 0;

	private readonly notBegun: Array<() => void> = [];

	/** @param max pieces of work at once */
	constructor(private readonly max: number) {}

	async take<T>(work: () => Promise<T>): Promise<T> {
		if (this.begun >= this.max) {
			await new Promise<void>((begin) => this.notBegun.push(begin));
		} else {
			this.begun++;
		}
		try {
			return await work();
		} finally {
			// Its turn goes to the next one, if there is any.
			const begin = this.notBegun.shift();
			if (begin) begin();
			else this.begun--;
		}
	}
}
