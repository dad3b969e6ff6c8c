/** What is pushed, and what comes of it. */

/** How something is pushed; what it is about is said beside that, as the callback wants it. */
export interface PushSettings {
	/** Pushes this as it is, whatever it is. */
	results?: unknown;
	/** Pushes it as `{name=value, …}`, the form of the vendor's sample on page 0067. */
	printed?: boolean;
	/** Pushes all of it so many times more, although it was taken. */
	repeats?: number;
	/** `Content-Type` of the push, of which the pages say nothing; empty for none. */
	contentType?: string;
	/** How long an answer may take. */
	timeoutMs?: number;
}

/** What a customer answered. */
export interface PushAnswer {
	/** HTTP status; 0 when there was no answer. */
	status: number;
	body: string;
	/** Why there was no answer. */
	error?: string;
}

/** One push with all its repeats. */
export interface Push {
	/** One for each time that it was sent. */
	answers: PushAnswer[];
	/** Whether the last answer had the status 200. */
	isTaken: boolean;
}
