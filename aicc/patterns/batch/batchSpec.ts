import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../base/json';
import type { Endpoint } from '../../protocol/endpoint';
import type { PathValues, SendRequest } from '../sendRequest';
import type { Answered } from './sendOrBisect';

/** How an endpoint takes many records in one request: all of them or none, unless it says otherwise. */
export interface BatchShape<R> {
	/** Field of the body with the records, and how many a request takes. */
	field: string;
	size: number;
	/** What stands between the records where they go as one text; they go as a list without it. */
	joinedBy?: string;
	/** Set where nobody documents whether a request that is refused was refused as a whole. */
	isRefusalOpen?: true;
	/** The phone number or ID in a record: the service takes none twice in one request. */
	keyOf: (record: R) => string;
	/**
	 * What the answer says of a record; undefined when it says nothing.
	 *
	 * @param records all records of the request
	 */
	answerOf: (answer: JsonObject, record: R, records: R[]) => Answered | undefined;
}

/** An endpoint with `batch`. */
export interface BatchEndpoint<R> extends Endpoint {
	batch: BatchShape<R>;
}

/** How the records of some items are sent. */
export interface BatchSpec<R> {
	/** What is sent, with where to, for n8n's log. */
	title: string;
	endpoint: BatchEndpoint<R>;
	path: PathValues;
	/** What the body has besides its records: all of them have it in common. */
	shared?: IDataObject;
	/**
	 * In place of a body: the one question, in the address, for all records of a request. It is never
	 * parted, whatever is answered. Throws `AiccError` where there is none.
	 */
	questionFor?: (records: R[]) => IDataObject;
	/** What is asked of each record before it is sent. */
	before?: Before<R>;
	/**
	 * Asks which records are as they were before a change, after a refusal that leaves that open: they
	 * were certainly not changed, and are sent once more, each alone.
	 */
	findUnchanged?: (ask: SendRequest) => Promise<(record: R) => boolean>;
}

/** A question that may show that a record need not be sent. */
export interface Before<R> {
	spec: BatchSpec<R>;
	/** What becomes of a record that need not be sent; undefined when it has to be. */
	answerOf: (answer: Answered) => Answered | undefined;
}
