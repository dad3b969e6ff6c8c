import type {
	BinaryHelperFunctions,
	IBinaryData,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { cancelled, notSent, type AiccError } from '../base/errors';
import type { BaseUrlField, Endpoint } from '../protocol/endpoint';
import type { Locale } from '../protocol/locale';
import { BEGUN_PER_PLACE, type Patience } from './retryPolicy';
import { Turns } from './turns';

/**
 * Sends one request with the credential's authentication; answers with any HTTP status.
 *
 * @param signal cuts the request off
 */
export type Send = (
	options: IHttpRequestOptions,
	signal?: AbortSignal,
) => Promise<IN8nHttpFullResponse>;

/** What comes of a file, part by part. */
export type FileStream = Exclude<
	Parameters<BinaryHelperFunctions['prepareBinaryData']>[0],
	Uint8Array
>;

/** Has n8n keep a file, part by part as it comes. */
export type SaveFile = (
	content: FileStream,
	fileName: string,
	mimeType: string,
) => Promise<IBinaryData>;

/** What a credential says of the tenant. */
export interface Tenant {
	/** IANA name of its time zone, if it says it. */
	timeZone?: string;
	/** Number of its call centre. */
	ccId?: string;
	/** Number of its virtual call centre. */
	vdnId?: string;
	/** Language that it wants the texts of the service in. */
	locale?: Locale;
}

/** What a session is made of. */
export interface SessionOptions {
	send: Send;
	/** The same without the credential's authentication; not there in a drop-down. */
	sendWithoutKeys?: Send;
	/** Has n8n keep a file; not there where nothing can come out but JSON. */
	saveFile?: SaveFile;
	/** Scheme, host and port of the credential. */
	origin: string;
	/** The same of products that have an address of their own. @throws AiccError for one that is none */
	otherOrigin?: (field: BaseUrlField) => string;
	/** Requests in flight at once to the host, from the credential. */
	maxConcurrentRequests: number;
	/** Time-out of one request in milliseconds. */
	timeout: number;
	tenant?: Tenant;
	/** Texts that must not be in any message. */
	secrets: readonly string[];
	/** Whether a bearer token that is refused can be replaced by a new one. */
	canRenewToken: boolean;
	/** What the user set for all requests: proxy, certificate checks, allowed domains. */
	requestOptions?: Partial<IHttpRequestOptions>;
	/** Ends everything that still waits. */
	signal?: AbortSignal;
	/** How long is waited for what is turned away; `much` when left out. */
	patience?: Patience;
	/** Called once when the session has been stopped. */
	onStop?: () => void;
}

/** Where requests wait for their turn. */
export interface Line {
	/** Turns away everything of a session that still waits. */
	dismiss(session: Session, reason: AiccError): void;
}

/**
 * All requests of one execution of a node, or of one poll: they share a place in the queue of the
 * host, end together when the execution is cancelled, and stop together when it has become clear
 * that none of them can succeed.
 */
export class Session {
	readonly send: Send;

	readonly saveFile?: SaveFile;

	readonly origin: string;

	readonly maxConcurrentRequests: number;

	readonly timeout: number;

	readonly patience: Patience;

	readonly tenant: Tenant;

	private readonly otherOrigin?: SessionOptions['otherOrigin'];

	readonly secrets: readonly string[];

	readonly requestOptions: Partial<IHttpRequestOptions>;

	readonly canRenewToken: boolean;

	/** Ends when the execution is cancelled. */
	readonly signal?: AbortSignal;

	/** Requests that have failed and are to be tried again. */
	retrying = 0;

	/** Whose work may begin. */
	private readonly turns: Turns;

	private readonly onStop?: () => void;

	/** Why nothing more is sent, in the words for what was not sent; undefined while it goes on. */
	end?: AiccError;

	/** Where requests of the session may be waiting. */
	private readonly lines = new Set<Line>();

	constructor(private readonly options: SessionOptions) {
		this.send = options.send;
		this.saveFile = options.saveFile;
		this.origin = options.origin;
		this.otherOrigin = options.otherOrigin;
		this.maxConcurrentRequests = options.maxConcurrentRequests;
		this.turns = new Turns(this.maxBegun);
		this.timeout = options.timeout;
		this.patience = options.patience ?? 'much';
		this.tenant = options.tenant ?? {};
		this.secrets = options.secrets;
		this.canRenewToken = options.canRenewToken;
		this.requestOptions = options.requestOptions ?? {};
		this.onStop = options.onStop;
		this.signal = options.signal;
		if (this.signal?.aborted) this.stop(cancelled());
		this.signal?.addEventListener('abort', () => this.stop(cancelled()), { once: true });
	}

	/**
	 * Scheme, host and port of an interface.
	 *
	 * @throws AiccError of kind `configuration` when the credential's address for it is unusable
	 */
	originOf({ baseUrl }: Pick<Endpoint, 'baseUrl'>): string {
		return baseUrl === 'baseUrl' ? this.origin : (this.otherOrigin?.(baseUrl) ?? this.origin);
	}

	/**
	 * A session for files at another host, which gets none of our keys: it ends when this one is
	 * cancelled. Which hosts the credential may be used for does not matter there.
	 */
	atStorage(origin: string): Session {
		const { sendWithoutKeys, requestOptions } = this.options;
		const send: Send = async (options, signal) => {
			if (!sendWithoutKeys) throw new Error('Nothing here can fetch a file from a storage');
			return await sendWithoutKeys(options, signal);
		};
		return new Session({
			...this.options,
			send,
			origin,
			otherOrigin: undefined,
			requestOptions: { ...requestOptions, allowedDomains: undefined },
			canRenewToken: false,
			onStop: undefined,
		});
	}

	/**
	 * Does one of many pieces of work, as soon as few enough are under way: n8n asks for all items at
	 * once, and what is done for each before its request would hold up the first request.
	 */
	async limitConcurrency<T>(work: () => Promise<T>): Promise<T> {
		return await this.turns.take(work);
	}

	/** Whether requests that were not sent yet may be: not while too many wait for another try. */
	get mayBeginMore(): boolean {
		return this.retrying < this.maxBegun;
	}

	/** Requests that are to be tried again, for each one that may be in flight. */
	get retryingPerPlace(): number {
		return this.retrying / this.maxConcurrentRequests;
	}

	/** How many pieces of work may be under way. */
	get maxBegun(): number {
		return this.maxConcurrentRequests * BEGUN_PER_PLACE;
	}

	/** Notes where requests wait that are to be turned away when the session ends. */
	waitsIn(line: Line): void {
		this.lines.add(line);
	}

	/** Ends the session: nothing more is sent, whatever waits is turned away as not sent. */
	stop(reason: AiccError): void {
		if (this.end) return;
		this.end = notSent(reason);
		this.onStop?.();
		for (const line of this.lines) line.dismiss(this, this.end);
	}

	/** Whether nothing more is sent. */
	get isOver(): boolean {
		return this.end !== undefined;
	}

	/** @throws AiccError of kind `unsent` when nothing more is sent */
	throwIfOver(): void {
		if (this.end) throw this.end;
	}
}
