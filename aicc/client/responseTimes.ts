/** How long a host takes for its answers, and whether it takes longer than it used to. */

/** Answers over which the usual time of an interface is the average. */
const USUAL_OVER = 200;

/** Answers of all interfaces over which it is judged how slow the host is now. */
const NOW_OVER = 20;

/** One answer is not taken for slower than so many times the usual. */
const MAX_SLOWNESS = 4;

/** Answers may take so many times as long as usual before fewer requests are sent. */
const TOLERANCE = 2;

/** Never fewer than this share: slowness may have other reasons, and others wait as well. */
const MIN_BRAKE = 0.5;

interface Usual {
	/** Milliseconds. */
	time: number;
	answers: number;
}

/** The times of one host, all its interfaces together. */
export class ResponseTimes {
	/** By path of the interface: a list takes longer than a look-up. */
	private readonly interfaces = new Map<string, Usual>();

	/** How many times as long as usual answers take now. */
	private slowness = 1;

	/** The usual time of the interface that answered last, in milliseconds; 0 before the first answer. */
	usual = 0;

	/** @param path of the interface that answered */
	note(path: string, milliseconds: number): void {
		const known = this.interfaces.get(path) ?? { time: milliseconds, answers: 0 };
		const slowness = Math.min(MAX_SLOWNESS, milliseconds / Math.max(1, known.time));
		this.slowness += (slowness - this.slowness) / NOW_OVER;
		known.answers = Math.min(USUAL_OVER, known.answers + 1);
		known.time += (milliseconds - known.time) / known.answers;
		this.interfaces.set(path, known);
		this.usual = known.time;
	}

	/** The share of the requests that may be in flight: less than 1 while answers take long. */
	get brake(): number {
		return Math.min(1, Math.max(MIN_BRAKE, TOLERANCE / this.slowness));
	}
}
