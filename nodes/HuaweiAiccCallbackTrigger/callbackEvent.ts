import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../aicc/base/json';
import type { Push } from './push';
import type { ResultFilter } from './resultFilter';

/** One thing that the platform pushes: what its page says, and what comes out. */
export interface CallbackEvent {
	/** What the drop-down says. */
	option: Record<'name' | 'value' | 'description', string>;
	/** What there is to do and to know on the platform's side, a sentence or two each. */
	hints: string[];
	/** What its pushes are about, in the plural, for n8n's log. */
	things: string;
	/** The right body in words, after "Expected is". */
	expected: string;
	/** Reads the text of a body. */
	read(text: string): Push;
	itemOf(entry: JsonObject): IDataObject;
	/** What of an item is the same however often it is pushed. */
	identityOf(item: IDataObject): JsonObject;
	/** The user's own choice among the items, if there is one. */
	filter?: {
		/** Names of its fields. */
		labels: string;
		isWanted(item: IDataObject, chosen: ResultFilter): boolean;
	};
	/** Whether the platform signs it with `auth-v2`. */
	isSigned: boolean;
	/** What its page wants to be answered. */
	success: object;
	/** The same for a body or a sender that is refused. @param status of HTTP */
	refusal(status: number, text: string): object;
	/** A body as the platform pushes it, to build a workflow on. */
	sample: unknown;
}
