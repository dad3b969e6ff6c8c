/**
 * What went wrong, in the words a user reads. Whoever calls `aicc/` turns it into an error of its
 * own kind; nothing of the request or of the library's error is kept, so no key can leak with it.
 */
export type AiccErrorKind =
	/** A field of the caller holds what the service would refuse; nothing was sent. */
	| 'input'
	/** A field of the credential is missing or unusable; nothing was sent. */
	| 'configuration'
	/** The service refused the key, token or signature. */
	| 'credential'
	/** The service answered with a code that means failure. */
	| 'service'
	/** No usable answer came: not reachable, overloaded, or something that makes no sense. */
	| 'unavailable'
	/** A change was sent, and nobody knows whether the service made it. */
	| 'uncertain'
	/**
	 * A request that was never sent, because its turn did not come; or a change on which the service
	 * has certainly not worked.
	 */
	| 'unsent'
	/** The execution was cancelled while a query was under way. */
	| 'cancelled';

/**
 * What became of what was asked for, in the words that workflows branch on: the service or the node
 * said no; nothing was sent; a change may or may not have been made; a query gave nothing.
 */
export type Outcome = 'refused' | 'notSent' | 'unknown' | 'failed';

const OUTCOMES: Readonly<Record<AiccErrorKind, Outcome>> = {
	input: 'refused',
	configuration: 'notSent',
	credential: 'refused',
	service: 'refused',
	unavailable: 'failed',
	uncertain: 'unknown',
	unsent: 'notSent',
	cancelled: 'failed',
};

/** What is known of a failure beside its kind and its first line. */
export interface AiccErrorDetails {
	/** What to do about it. */
	description?: string;
	/** HTTP status of the answer, when there was one. */
	httpStatus?: number;
	/** The service's own result code, when there was one. */
	resultCode?: string;
	/** What the service itself said beside it. */
	serviceText?: string;
	/** Set when the same request may well succeed a little later. */
	retryable?: Retryable;
	/** Whether the service may have done what was asked for, although no answer of it says so. */
	mayBeDone?: boolean;
	/** Whether it holds up every request with the same credential: a token that cannot be had. */
	concernsAll?: boolean;
	/** Whether it must not be asked for again, by whoever it may be: that would make things worse. */
	isFinal?: boolean;
}

/**
 * Who turned a request away at the door, so that nobody worked on it: something in front of the
 * platform that takes only so many (HTTP 429); the service, whose interface was asked too often; or
 * the firewall with a page, which may mean that as well, or that the caller is not on its list.
 */
export type TurnedAwayBy = 'crowd' | 'pace' | 'firewall';

/** A fault that may pass. */
export interface Retryable {
	/** Milliseconds the service asked to wait (`Retry-After`), when it did. */
	retryAfter?: number;
	/** Set when it was not worked on because it was, or may have been, one too many. */
	turnedAwayBy?: TurnedAwayBy;
}

/**
 * A failure in words. Its fields must not be called `status` or `code`: n8n looks for such names in
 * what a credential throws, and shows words of its own in place of ours.
 */
export class AiccError extends Error {
	readonly description?: string;

	readonly httpStatus?: number;

	readonly resultCode?: string;

	readonly serviceText?: string;

	readonly retryable?: Retryable;

	readonly mayBeDone?: boolean;

	readonly concernsAll?: boolean;

	readonly isFinal?: boolean;

	constructor(
		readonly kind: AiccErrorKind,
		message: string,
		details: AiccErrorDetails = {},
	) {
		super(message);
		this.name = 'AiccError';
		this.description = details.description;
		this.httpStatus = details.httpStatus;
		this.resultCode = details.resultCode;
		this.serviceText = details.serviceText;
		this.retryable = details.retryable;
		this.mayBeDone = details.mayBeDone;
		this.concernsAll = details.concernsAll;
		this.isFinal = details.isFinal;
	}

	/** What became of the request, by the kind of the failure. */
	get outcome(): Outcome {
		// Without a token the request itself was not sent.
		return this.concernsAll ? 'notSent' : OUTCOMES[this.kind];
	}
}

/** The error for what was under way, or waited, when somebody cancelled the execution. */
export function cancelled(): AiccError {
	return new AiccError('cancelled', 'The execution was cancelled');
}

const NOT_SENT = 'Not sent: ';

/** The error for what was not sent because of something else that went wrong. */
export function notSent({ message, description }: AiccError): AiccError {
	const reason = message.startsWith(NOT_SENT) ? message.slice(NOT_SENT.length) : message;
	return new AiccError('unsent', `${NOT_SENT}${reason}`, { description });
}

/** What was thrown, as one of our own errors. @throws Error when the node itself is at fault */
export function ownFailure(thrown: unknown): AiccError {
	if (thrown instanceof AiccError) return thrown;
	throw new Error(String(thrown), { cause: thrown });
}

/** Longest chain of wrapped errors that is searched; n8n wraps once or twice. */
export const MAX_WRAPPING = 5;

/** How many errors of credentials are remembered. */
const REMEMBERED_ERRORS = 100;

const thrownByCredentials = new Map<string, AiccError>();

/**
 * Does what a credential does for n8n, and remembers the error that it ends in: n8n 1.x wraps that
 * in one of its own and keeps nothing but the words.
 */
export async function asCredential<T>(work: () => Promise<T>): Promise<T> {
	const noted = (error: unknown): unknown => {
		if (!(error instanceof AiccError)) return error;
		thrownByCredentials.delete(error.message);
		thrownByCredentials.set(error.message, error);
		const [oldest = ''] = thrownByCredentials.keys();
		if (thrownByCredentials.size > REMEMBERED_ERRORS) thrownByCredentials.delete(oldest);
		return error;
	};
	return await work().catch((error: unknown) => {
		throw noted(error);
	});
}

/** The error of a credential whose words n8n 1.x has taken over, with words of its own before. */
function rememberedBy(wrapping: Error): AiccError | undefined {
	if (!('messages' in wrapping) || !Array.isArray(wrapping.messages)) return undefined;
	const words: unknown[] = [wrapping.message, ...wrapping.messages];
	return words
		.map((text) => thrownByCredentials.get(String(text)))
		.find((error) => error !== undefined);
}

/** Finds our own error in what n8n wrapped around it, if it is there. */
export function findAiccError(error: unknown): AiccError | undefined {
	let current = error;
	for (let depth = 0; current instanceof Error && depth < MAX_WRAPPING; depth++) {
		const own = current instanceof AiccError ? current : rememberedBy(current);
		if (own) return own;
		current = current.cause;
	}
	return undefined;
}
