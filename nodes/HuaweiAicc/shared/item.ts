/**
 * One operation for one input item, whoever of n8n calls it: the one way out of the node. Every
 * output item, an error item included, says which input item it came from.
 */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { N8nFunctions } from '../../../aicc/client/openSession';
import type { Session } from '../../../aicc/client/session';
import { fetchStored } from '../../../aicc/client/storage';
import { request, requestFile } from '../../../aicc/client/transport';
import { batch } from '../../../aicc/patterns/batch/batch';
import type { FetchFile } from '../../../aicc/patterns/download';
import type { SendRequest } from '../../../aicc/patterns/sendRequest';
import { errorFields, toNodeError } from '../../shared/errors';
import { Inputs, type NodeFunctions } from '../../shared/inputs';
import { ItemWithFile } from './itemWithFile';
import type { Operation, SendInBatch } from './operation';
import { noteRefusal } from './refusals';
import type { Settings } from './settings';
import { writeOncePerItem, type Executed } from './writeOncePerItem';

/** What n8n's functions have in common for an execution and for one of its items. */
export type Functions = N8nFunctions &
	Pick<IExecuteFunctions, 'continueOnFail' | 'getNode' | 'logger'>;

/** What the items of one execution share. */
export interface Execution {
	session: Session;
	settings: Settings;
}

/** One input item: its number, what n8n knows of its fields, and where it belongs. */
export interface Item {
	index: number;
	fields: NodeFunctions;
	/** What all items of an execution share, also when n8n runs the node again for all of them. */
	execution: object;
	/** Whether an AI agent has called for it. */
	isOfAgent: boolean;
}

async function execute(
	operation: Operation,
	{ session, settings }: Execution,
	{ logger }: Functions,
	item: Item,
): Promise<Executed> {
	let isWrite = false;
	const ask: SendRequest = async (endpoint, values) => {
		isWrite ||= endpoint.write !== undefined;
		return await request({ endpoint, ...values }, session);
	};
	const sendInBatch: SendInBatch = async (spec, record) => {
		isWrite ||= spec.endpoint.write !== undefined;
		const arrival = { interval: settings.batching.interval, log: logger };
		return await batch(spec, record, item.index, { session, ask, arrival });
	};
	const fetchFile: FetchFile = async (endpoint, values) => {
		isWrite ||= endpoint.write !== undefined;
		return await requestFile({ endpoint, ...values }, session);
	};
	const work = async () =>
		await operation.execute(
			new Inputs(item.fields, operation.fields, session.tenant, item.isOfAgent),
			ask,
			sendInBatch,
			fetchFile,
			async (wanted) => await fetchStored(wanted, session),
		);
	const rows = await (operation.isBatched ? work() : session.limitConcurrency(work));
	return { rows, isWrite };
}

/**
 * The output items of one input item.
 *
 * @param open the execution that the item belongs to; what it throws is the item's error
 * @throws NodeApiError or NodeOperationError, unless the node is to go on when an item fails
 */
export async function outputOf(
	operation: Operation,
	functions: Functions,
	item: Item,
	open: () => Promise<Execution>,
): Promise<INodeExecutionData[]> {
	const pairedItem = { item: item.index };
	try {
		const work = async () => await execute(operation, await open(), functions, item);
		// An agent calls its tools again and again, each time for something else.
		const { rows } = await (item.isOfAgent
			? work()
			: writeOncePerItem(item.execution, item.index, work));
		return rows.map((row) =>
			row instanceof ItemWithFile
				? { json: row.json, binary: row.binary, pairedItem }
				: { json: row, pairedItem },
		);
	} catch (thrown) {
		noteRefusal(item.execution, thrown);
		const node = functions.getNode();
		// A model sees nothing of an error that is thrown, and all of an item.
		if (!item.isOfAgent && !functions.continueOnFail()) throw toNodeError(node, thrown, item.index);
		// With nothing beside `error` n8n joins the input's fields to it on the error output.
		return [{ json: { error: errorFields(node, thrown, item.index) }, pairedItem }];
	}
}
