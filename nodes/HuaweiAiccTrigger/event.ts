import type { IDataObject, INodeProperties, Logger } from 'n8n-workflow';

import { AiccError } from '../../aicc/base/errors';
import type { BatchSpec } from '../../aicc/patterns/batch/batchSpec';
import type { Answered } from '../../aicc/patterns/batch/sendOrBisect';
import type { SendRequest } from '../../aicc/patterns/sendRequest';
import type { Endpoint } from '../../aicc/protocol/endpoint';
import type { TriggerInputs } from './triggerInputs';

/** How many records a manual test looks at. */
export const SAMPLE_SIZE = 10;

/**
 * The error of a manual test that finds nothing.
 *
 * @param title what there is none of, in the plural
 * @param when the active trigger gives an item
 */
export function nothingToShow(title: string, when: string): AiccError {
	return new AiccError('input', `There are no ${title} to show as a sample`, {
		description: `Nothing is wrong with the trigger: once it is active it gives an item when ${when}.`,
	});
}

/** What an event works with in one poll. */
export interface PollTools {
	inputs: TriggerInputs;
	/** Whether what is there when watching begins is given out. */
	emitExisting: boolean;
	ask: SendRequest;
	/** Asks about one of many things, in one request with the others. @throws AiccError for this one */
	sendInBatch: <R>(spec: BatchSpec<R>, record: R) => Promise<Answered>;
	/** Milliseconds from our clock to the service's; 0 as long as it has not refused a signature for ours. */
	clockOffset: () => number;
	logger: Logger;
}

/** What a poll gives out, and what it leaves for the next one. */
export interface PollOutcome<Known> {
	/**
	 * What the next poll compares with; the same object as before when there is nothing to store.
	 * Another one without items costs an execution without items: it is for what cannot be found
	 * out again, and not for what can be, such as the time of the poll.
	 */
	known: Known;
	items: IDataObject[];
}

/** One thing that the trigger watches. */
export interface TriggerEvent<Known = unknown> {
	/** What the drop-down says, and the nodes panel where n8n's own words would be wrong: `action`. */
	option: Record<'name' | 'value' | 'description', string> & { action?: string };
	/** An interface that it asks: one of others has the same credential, and the same address in it. */
	endpoint: Pick<Endpoint, 'authentication' | 'baseUrl'>;
	/** The fields in the order of the screen. When they show is added by `triggerProperties`. */
	fields: INodeProperties[];
	/** What else than event and credential decides what is watched. When it changes, the event
	 * begins anew: what one set holds says nothing about another. */
	scope(inputs: TriggerInputs): IDataObject;
	/**
	 * Whether it begins anew, too, when somebody publishes the workflow that was not published: what
	 * happened meanwhile is none of it. Otherwise it goes on from what it knew.
	 */
	isNewWithPublication?: true;
	/**
	 * Looks, and compares with what was there. Whatever it throws changes nothing in the state.
	 *
	 * @param known the `known` of the last poll; undefined when it begins
	 */
	poll(tools: PollTools, known: Known | undefined): Promise<PollOutcome<Known>>;
	/** Items of the same form for a manual test, from what is there now. */
	sample(tools: PollTools): Promise<IDataObject[]>;
}
