import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Authentication } from '../../../aicc/connection';
import type { Answered } from '../../../aicc/delivery';
import type { Bundle } from '../../../aicc/gathering';
import type { Ask } from '../../../aicc/lists';
import type { Inputs } from '../../shared/inputs';

/** One operation of the node: what the user fills in, and what becomes of it. */
export interface Operation {
	/** What the drop-down says. */
	option: Required<Pick<INodePropertyOptions, 'name' | 'value' | 'action' | 'description'>>;
	/** The fields in the order of the screen. Where they show is added by `resourceProperties`. */
	fields: INodeProperties[];
	/**
	 * Asks the service for one input item. Waiting for a turn, repeating, checking the result code,
	 * pairing the items and wording the errors are not its business.
	 *
	 * @returns the output items' data, one or more
	 */
	execute: (inputs: Inputs, ask: Ask, gather: Gather) => Promise<IDataObject[]>;
	/** Whether its items are sent together: then all of them are read at once, not in turn. */
	isGathered?: boolean;
}

/** Sends a record together with those of other items. @returns what the service says of it */
export type Gather = <R>(bundle: Bundle<R>, record: R) => Promise<Answered>;

export interface Resource {
	name: string;
	value: string;
	/** Which credential its operations ask for. */
	authentication: Authentication;
	operations: Operation[];
	/** The operation that is chosen at first. Saved workflows may leave it out. */
	defaultOperation: Operation;
}
