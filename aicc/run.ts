import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { AiccError } from './errors';
import { enterHost, leaveHost, type Host } from './hosts';

/** Sends one request with the credential's authentication; answers with any HTTP status. */
export type Send = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

export interface RunOptions {
	/** Scheme, host and port of the credential. */
	origin: string;
	/** Requests in flight at once to the host, from the credential. */
	maxConcurrentRequests: number;
	/** Time-out of one request in milliseconds. */
	timeout: number;
	/** Texts that must not be in any message. */
	secrets: readonly string[];
	/** What the user set for all requests: proxy, certificate checks, allowed domains. */
	requestOptions?: Partial<IHttpRequestOptions>;
	/** Ends everything that still waits. */
	signal?: AbortSignal;
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

	readonly secrets: readonly string[];

	readonly requestOptions: Partial<IHttpRequestOptions>;

	/** Epoch milliseconds of the service's last answer to this run; 0 before the first. */
	lastAnswer = 0;

	/** Requests refused for their keys since the last answer. */
	private refusals = 0;

	private readonly signal?: AbortSignal;

	private end?: AiccError;

	private host?: Host;

	constructor(options: RunOptions) {
		this.origin = options.origin;
		this.maxConcurrentRequests = options.maxConcurrentRequests;
		this.timeout = options.timeout;
		this.secrets = options.secrets;
		this.requestOptions = options.requestOptions ?? {};
		this.signal = options.signal;
		this.signal?.addEventListener(
			'abort',
			() => this.stop(new AiccError('cancelled', 'The execution was cancelled')),
			{ once: true },
		);
	}

	/** Does something with the record of the host, which is kept that long. */
	async withHost<T>(work: (host: Host) => Promise<T>): Promise<T> {
		const host = enterHost(this.origin);
		this.host = host;
		try {
			return await work(host);
		} finally {
			leaveHost(this.origin, host);
		}
	}

	/** Notes that the service has let a request of this run in. */
	noteAnswer(): void {
		this.lastAnswer = Date.now();
		this.refusals = 0;
	}

	/** Notes that the service has refused the keys. @returns how often since its last answer */
	noteRefusal(): number {
		return ++this.refusals;
	}

	/** Ends the run: nothing more is sent, whatever waits is turned away. */
	stop(reason: AiccError): void {
		this.end ??= reason;
		this.host?.dismiss(this, this.end);
	}

	get isOver(): boolean {
		return this.end !== undefined || this.signal?.aborted === true;
	}

	throwIfOver(): void {
		if (this.end) throw this.end;
		if (this.signal?.aborted) throw new AiccError('cancelled', 'The execution was cancelled');
	}
}
