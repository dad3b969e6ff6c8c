import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { AiccError, notSent } from './errors';
import { enterHost, leaveHost, type Host } from './hosts';
import { BEGUN_PER_PLACE, MAX_TRIES } from './pace';

/**
 * Sends one request with the credential's authentication; answers with any HTTP status.
 *
 * @param signal cuts the request off
 */
export type Send = (
	options: IHttpRequestOptions,
	signal: AbortSignal,
) => Promise<IN8nHttpFullResponse>;

export interface RunOptions {
	/** Scheme, host and port of the credential. */
	origin: string;
	/** Requests in flight at once to the host, from the credential. */
	maxConcurrentRequests: number;
	/** Time-out of one request in milliseconds. */
	timeout: number;
	/** IANA name of the tenant's time zone, if the credential says it. */
	timeZone?: string;
	/** Texts that must not be in any message. */
	secrets: readonly string[];
	/** Whether a bearer token that is refused can be replaced by a new one. */
	canRenewToken: boolean;
	/** What the user set for all requests: proxy, certificate checks, allowed domains. */
	requestOptions?: Partial<IHttpRequestOptions>;
	/** Ends everything that still waits. */
	signal?: AbortSignal;
	/** How often one request is sent at most; `MAX_TRIES` when left out. */
	maxTries?: number;
	/** Called once when the run has been stopped. */
	onStop?: () => void;
}

function cancelled(): AiccError {
	return new AiccError('cancelled', 'The execution was cancelled');
}

/** Where requests wait for their turn. */
export interface Line {
	/** Turns away everything of a run that still waits. */
	dismiss(run: Run, reason: AiccError): void;
}

/**
 * All requests of one execution of a node, or of one poll: they share a place in the queue of the
 * host, end together when the execution is cancelled, and stop together when it has become clear
 * that none of them can succeed.
 */
export class Run {
	readonly origin: string;

	readonly maxConcurrentRequests: number;

	readonly timeout: number;

	readonly maxTries: number;
	readonly timeZone?: string;

	readonly secrets: readonly string[];

	readonly requestOptions: Partial<IHttpRequestOptions>;

	/** Epoch milliseconds of the service's last answer to this run; 0 before the first. */
	lastAnswer = 0;

	/** Requests that have failed and are to be tried again. */
	retrying = 0;

	readonly canRenewToken: boolean;

	/** Whether a new token was refused with 403 like the old one: it is not about the token then. */
	isForbiddenFinal = false;

	/** Whether a token was replaced and nothing answered since: another new one would not help. */
	hasRenewed = false;

	/** Requests refused for their keys since the last answer. */
	private refusals = 0;

	/** Changes since the last answer of which nobody knows whether they were made. */
	private silences = 0;

	/** Pieces of work that are under way. */
	private begun = 0;

	/** Pieces of work that wait until they may begin. */
	private readonly notBegun: Array<() => void> = [];

	private readonly signal?: AbortSignal;

	private readonly onStop?: () => void;

	/** Why nothing more is sent, in the words for what was not sent; undefined while it goes on. */
	end?: AiccError;

	private host?: Host;

	/** Where requests of the run may be waiting. */
	private readonly lines = new Set<Line>();

	constructor(options: RunOptions) {
		this.origin = options.origin;
		this.maxConcurrentRequests = options.maxConcurrentRequests;
		this.timeout = options.timeout;
		this.maxTries = options.maxTries ?? MAX_TRIES;
		this.timeZone = options.timeZone;
		this.secrets = options.secrets;
		this.canRenewToken = options.canRenewToken;
		this.requestOptions = options.requestOptions ?? {};
		this.onStop = options.onStop;
		this.signal = options.signal;
		if (this.signal?.aborted) this.stop(cancelled());
		this.signal?.addEventListener('abort', () => this.stop(cancelled()), { once: true });
	}

	/**
	 * Does one of many pieces of work, as soon as few enough are under way: n8n asks for all items at
	 * once, and what is done for each before its request would hold up the first request.
	 */
	async inTurn<T>(work: () => Promise<T>): Promise<T> {
		if (this.begun >= this.maxBegun) {
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

	/** Does something with the record of the host, which is kept that long. */
	async withHost<T>(work: (host: Host) => Promise<T>): Promise<T> {
		const host = enterHost(this.origin, this, this.host);
		this.host = host;
		this.waitsIn(host);
		try {
			return await work(host);
		} finally {
			leaveHost(this.origin, host, this);
		}
	}

	/** Does something that ends when the execution is cancelled, if it heeds the signal. */
	async cancellable<T>(work: (cutter: AbortController) => Promise<T>): Promise<T> {
		const cutter = new AbortController();
		const cut = () => cutter.abort();
		this.signal?.addEventListener('abort', cut);
		try {
			return await work(cutter);
		} finally {
			this.signal?.removeEventListener('abort', cut);
		}
	}

	/** Whether requests that were not sent yet may be: not while too many wait for another try. */
	get mayBeginMore(): boolean {
		return this.retrying < this.maxBegun;
	}

	/** How many pieces of work may be under way. */
	get maxBegun(): number {
		return this.maxConcurrentRequests * BEGUN_PER_PLACE;
	}

	/** Notes that the service has let a request of this run in. */
	noteAnswer(): void {
		this.lastAnswer = Date.now();
		this.refusals = 0;
		this.silences = 0;
		this.hasRenewed = false;
	}

	/** Notes that the service has refused the keys. @returns how often since its last answer */
	noteRefusal(): number {
		return ++this.refusals;
	}

	/** Notes that a change may or may not have been made. @returns how often since the last answer */
	noteSilence(): number {
		return ++this.silences;
	}

	/** Notes where requests wait that are to be turned away when the run ends. */
	waitsIn(line: Line): void {
		this.lines.add(line);
	}

	/** Ends the run: nothing more is sent, whatever waits is turned away as not sent. */
	stop(reason: AiccError): void {
		if (this.end) return;
		this.end = notSent(reason);
		this.onStop?.();
		for (const line of this.lines) line.dismiss(this, this.end);
	}

	get isOver(): boolean {
		return this.end !== undefined;
	}

	/** @throws AiccError of kind `unsent` when nothing more is sent */
	throwIfOver(): void {
		if (this.end) throw this.end;
	}
}
