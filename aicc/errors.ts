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
	/** The execution was cancelled. */
	| 'cancelled';

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
	passing?: Passing;
	/** Whether the service may have done what was asked for, although no answer of it says so. */
	mayBeDone?: boolean;
	/** Whether it holds up every request with the same credential: a token that cannot be had. */
	concernsAll?: boolean;
}

/** A fault that may pass. */
export interface Passing {
	/** Milliseconds the service asked to wait (`Retry-After`), when it did. */
	retryAfter?: number;
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

	readonly passing?: Passing;

	readonly mayBeDone?: boolean;

	readonly concernsAll?: boolean;

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
		this.passing = details.passing;
		this.mayBeDone = details.mayBeDone;
		this.concernsAll = details.concernsAll;
	}
}

/** Longest chain of wrapped errors that is searched; n8n wraps once or twice. */
const MAX_WRAPPING = 5;

/** Finds our own error in what n8n wrapped around it, if it is there. */
export function findAiccError(error: unknown): AiccError | undefined {
	let current = error;
	for (let depth = 0; current instanceof Error && depth < MAX_WRAPPING; depth++) {
		if (current instanceof AiccError) return current;
		current = current.cause;
	}
	return undefined;
}
