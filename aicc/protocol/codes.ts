/** What a result code, or an HTTP status, of the service means. */

/** What one code means. */
export interface CodeMeaning {
	text: string;
	/** What to do about it. */
	advice?: string;
	/** Whether it says nothing beside the service's own text. */
	isVague?: boolean;
	/**
	 * What it is about, where the pages or the words of the code say so:
	 *
	 * - `record`: a single record; the others of the request may be taken
	 * - `request`: this one request as a whole; the next one may be taken
	 * - `target`: the campaign, or what all records have in common; no further request would fare
	 *   better
	 * - `full`: there is no room for all records of the request
	 * - `pace`: asked too often; the same request may be taken a little later
	 *
	 * Without it, it may be about a record or about all of them.
	 */
	isAbout?: 'record' | 'request' | 'target' | 'full' | 'pace';
}

/** Result codes of an interface or a product, as text with their leading zeros. */
export type CodeTable = Readonly<Record<string, CodeMeaning>>;

/**
 * What a product, or an interface, means by an HTTP status, whatever comes with it: the service itself
 * has said it, and is not asked again.
 */
export interface StatusMeaning {
	/** What to do about it, before what the pages advise for the status in general. */
	advice: string;
	/** Whether no other request would fare better: the session ends with it. */
	endsSession?: true;
	/** Set where it says that one asks too often, and nothing of the keys. */
	isAbout?: 'pace';
}

/** HTTP statuses that mean more to a product, or an interface, than to others. */
export type StatusTable = Readonly<Record<number, StatusMeaning>>;

/** What the pages advise for an HTTP status. Sources: the "Status code" parts of the seeds. */
export const STATUS_MEANINGS: Readonly<Record<number, CodeMeaning>> = {
	400: {
		text: 'Incorrect request',
		advice: 'Check the request path and parameters.',
	},
	401: {
		text: 'Unauthorized operation',
		advice:
			'1. Check whether you have purchased related services. 2. Contact customer service to check the status of your account.',
	},
	403: {
		text: 'Authentication fails',
		advice: 'Check the keys in the credential, and that your account may use this interface.',
	},
	404: {
		text: 'The requested content is not found',
		advice:
			"Check the request path: the credential's Base URL must be scheme, host and port of the right server.",
	},
	500: {
		text: 'Business failure',
		advice: 'Check the values of parameters in the request.',
	},
};
