/**
 * How many requests a process may have in flight to a host, found out from what the host answers:
 * processes cannot talk to each other, but its answers reach all of them. Data and arithmetic only;
 * what the numbers do among several processes is shown by `npm run simulate:scale`.
 */
import { ResponseTimes } from './responseTimes';

/** Places at the start. While nobody is turned away, each answer adds one. */
const FIRST_PLACES = 5;

/**
 * Answers at full use until one more place is tried: so many, times the cube of the places there are.
 * Who has few tries sooner than who has many, so that a newcomer gets its share.
 */
const ANSWERS_BEFORE_MORE = 24;

/** So many times as many after a try that failed: few requests are to be turned away for such tries. */
const PATIENCE_AFTER_FAILURE = 2;

/** More answers than that are not waited for. */
const MAX_ANSWERS_BEFORE_MORE = 800;

/**
 * Who has a single place tries after so many answers, and after twice as many whenever that has failed,
 * at most so many times: a newcomer is not to stay there.
 */
const ANSWERS_OF_ONE = 6;
const MAX_DOUBLINGS = 2;

/** A try failed when a request is turned away before each place has given so many answers. */
const ROUNDS_OF_A_TRY = 3;

/**
 * After a try that was no fault the next one comes when each place has given so many answers. A process
 * that is busy itself has each place empty for a while, so that one too many is often not noticed: with
 * half of it four busy processes at ten places have one request in a hundred turned away.
 */
const ROUNDS_WHILE_RISING = 24;

/**
 * Who has a single place of those that others want as well leaves the host alone after so many answers,
 * or milliseconds: those who have none would never get in.
 */
const ANSWERS_OF_A_TURN = 16;
const MAX_TURN = 8_000;

/** Milliseconds between two requests when even one is too many: from the first refusal to the longest. */
const MIN_GAP = 100;
const MAX_GAP = 2_000;

function waitFor(milliseconds: number): number {
	return Math.min(MAX_GAP, Math.max(MIN_GAP, milliseconds));
}

/** How many requests one host takes, as far as this process has found out. */
export class AdaptiveLimit {
	/** How long the host takes for its answers. */
	private readonly times = new ResponseTimes();

	/** Epoch milliseconds of the last answer, by path of the interface. */
	private readonly lastAnswers = new Map<string, number>();

	private places = FIRST_PLACES;

	/** Whether nobody was turned away yet, or not since the host let nobody in. */
	private isStarting = true;

	/** Whether the last try of one more place went well. */
	private isRising = false;

	/** Answers at full use since the last change. */
	private answers = 0;

	/** Answers since one more place was tried; infinite once that has failed. */
	private answersSinceTry = 0;

	/** Tries of one more place that have failed since one went well. */
	private failures = 0;

	/** Milliseconds to wait because even one request was too many, until the next answer. */
	private between = 0;

	/** Milliseconds to wait after the last answer, so that others may have a turn. */
	private rest = 0;

	/** Answers since the last such wait. */
	private answersOfTurn = 0;

	/**
	 * Requests that may be in flight at once.
	 *
	 * @param ceiling at most
	 * @returns 1 or more
	 */
	under(ceiling: number): number {
		return Math.max(1, Math.floor(Math.min(this.places, ceiling) * this.times.brake));
	}

	/** Milliseconds in which nothing is sent from now on: one request at a time is too many; else 0. */
	get gap(): number {
		return Math.max(this.between, this.rest);
	}

	/** Epoch milliseconds of the last answer of an interface; 0 if there was none. */
	answeredAt(path: string): number {
		return this.lastAnswers.get(path) ?? 0;
	}

	/**
	 * Whether an interface answers nobody while others of the host do: what it turns away says nothing
	 * about the host.
	 *
	 * @param within milliseconds that count as now
	 */
	isShutAlone(path: string, within: number): boolean {
		const since = Date.now() - within;
		const others = [...this.lastAnswers].filter(([other]) => other !== path);
		return this.answeredAt(path) < since && others.some(([, at]) => at >= since);
	}

	/**
	 * Learns from an answer: additive increase.
	 *
	 * @param path of the interface
	 * @param milliseconds that it took; undefined when they say nothing about the host
	 * @param inFlight requests, this one included
	 * @param ceiling the limit that may not be exceeded
	 */
	answered(
		path: string,
		milliseconds: number | undefined,
		inFlight: number,
		ceiling: number,
	): void {
		const isInFullUse =
			inFlight >= this.under(ceiling) && this.between === 0 && this.times.brake === 1;
		this.lastAnswers.set(path, Date.now());
		if (milliseconds !== undefined) this.times.note(path, milliseconds);
		this.between = 0;
		this.rest = this.restAfterTurn();
		this.answersSinceTry++;
		if (!isInFullUse || this.places >= ceiling) return;
		this.answers++;
		if (this.answers < this.answersBeforeMore) return;
		if (this.isRising) this.failures = 0;
		this.isRising = true;
		this.places++;
		this.answers = 0;
		this.answersSinceTry = 0;
	}

	/**
	 * Learns that a request was turned away: it was one too many. Of several processes those with more
	 * in flight are turned away more often, so that in the long run each gives in proportion to what it
	 * has: multiplicative decrease.
	 *
	 * @param inFlight requests, this one included
	 */
	refused(inFlight: number): void {
		const isTry = this.answersSinceTry <= ROUNDS_OF_A_TRY * this.places;
		if (isTry) this.failures++;
		this.answersSinceTry = Infinity;
		this.isRising = false;
		this.answers = 0;
		this.rest = 0;
		if (inFlight > 1) {
			this.isStarting = false;
			this.places = Math.max(1, Math.min(this.places, inFlight) - 1);
			return;
		}
		const wasUnused = this.places > 1;
		this.places = 1;
		this.between = waitFor(Math.max(this.times.usual, 2 * this.between));
		// Where nobody is let in, or the places were not in use, they are found anew.
		this.isStarting = wasUnused || this.between === MAX_GAP;
	}

	private restAfterTurn(): number {
		if (this.isStarting || this.places > 1) return 0;
		this.answersOfTurn++;
		if (this.answersOfTurn < Math.min(ANSWERS_OF_A_TURN, MAX_TURN / this.times.usual)) return 0;
		this.answersOfTurn = 0;
		return waitFor(this.times.usual);
	}

	private get answersBeforeMore(): number {
		if (this.isStarting) return 1;
		if (this.isRising) return ROUNDS_WHILE_RISING * this.places;
		if (this.places === 1) return ANSWERS_OF_ONE * 2 ** Math.min(MAX_DOUBLINGS, this.failures);
		const patience = this.failures > 0 ? PATIENCE_AFTER_FAILURE : 1;
		return Math.min(MAX_ANSWERS_BEFORE_MORE, ANSWERS_BEFORE_MORE * patience * this.places ** 3);
	}
}
