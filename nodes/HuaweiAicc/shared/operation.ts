import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Authentication } from '../../../aicc/client/openSession';
import type { Answered } from '../../../aicc/patterns/batch/sendOrBisect';
import type { BatchSpec } from '../../../aicc/patterns/batch/batchSpec';
import type { FetchFile, FetchStored } from '../../../aicc/patterns/download';
import type { SendRequest } from '../../../aicc/patterns/sendRequest';
import type { Inputs } from '../../shared/inputs';
import type { ItemWithFile } from './itemWithFile';

/** One operation of the node: what the user fills in, and what becomes of it. */
export interface Operation {
	/** What the drop-down says. */
	option: Required<Pick<INodePropertyOptions, 'name' | 'value' | 'action' | 'description'>>;
	/** The fields in the order of the screen. Where they show is added by `allProperties`. */
	fields: INodeProperties[];
	/**
	 * Asks the service for one input item. Waiting for a turn, repeating, checking the result code,
	 * pairing the items and wording the errors are not its business.
	 *
	 * @returns the output items' data, one or more
	 */
	execute: (
		inputs: Inputs,
		ask: SendRequest,
		sendInBatch: SendInBatch,
		fetchFile: FetchFile,
		fetchStored: FetchStored,
	) => Promise<Array<IDataObject | ItemWithFile>>;
	/** Whether its items are sent together: then all of them are read at once, not in turn. */
	isBatched?: boolean;
	/** Whether the user names the interface: then nothing is known of what is sent and comes out. */
	isOfAnyInterface?: boolean;
}

/** Sends a record together with those of other items. @returns what the service says of it */
export type SendInBatch = <R>(spec: BatchSpec<R>, record: R) => Promise<Answered>;

/** What a resource says of itself; its folder gives its value and its operations. */
export interface ResourceFacts {
	name: string;
	/** Which credential its operations ask for. */
	authentication: Authentication;
	/** The operation that is chosen at first. Saved workflows may leave it out. */
	defaultOperation: Operation;
}

/** A resource as it is found in its folder. */
export interface Resource extends ResourceFacts {
	value: string;
	operations: Operation[];
}
