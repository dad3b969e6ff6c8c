/**
 * One operation for one input item, whoever of n8n calls it: the one way out of the node. Every
 * output item, an error item included, says which input item it came from.
 */
import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import type { Call } from '../../../aicc/call';
import { openRun, sender, type Authentication, type N8nFunctions } from '../../../aicc/connection';
import { gather } from '../../../aicc/gather';
import { request } from '../../../aicc/request';
import type { Run, Send } from '../../../aicc/run';
import { errorFields, toNodeError } from '../../shared/errors';
import { Inputs, type NodeFunctions } from '../../shared/inputs';
import { changeOnce, type Executed } from './changeOnce';
import type { Gather, Operation } from './operation';
import type { Settings } from './settings';

/** What n8n's functions have in common for an execution and for one of its items. */
export type Functions = N8nFunctions &
	Pick<IExecuteFunctions, 'continueOnFail' | 'getExecuteData' | 'getNode' | 'logger'>;

/** What the items of one execution share. */
export interface Execution {
	run: Run;
	send: Send;
	settings: Settings;
}

/** Begins an execution. @throws AiccError for a credential that is not usable */
export async function openExecution(
	functions: Functions,
	authentication: Authentication,
	settings: Settings,
): Promise<Execution> {
	const run = await openRun(functions, authentication, settings);
	return { run, send: sender(functions, authentication), settings };
}

/** One input item: its number, and what n8n knows of its fields. */
export interface Item {
	index: number;
	fields: NodeFunctions;
}

/** n8n makes a second node type out of the node, for AI agents, and calls it that. */
function isUsedAsTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}

async function execute(
	operation: Operation,
	{ run, send, settings }: Execution,
	{ logger }: Functions,
	item: Item,
): Promise<Executed> {
	let isChange = false;
	const ask = async (call: Call) => {
		isChange ||= call.interface.change !== undefined;
		return await request(call, run, send);
	};
	const gatherOwn: Gather = async (bundle, record) => {
		isChange ||= bundle.interface.change !== undefined;
		const arrival = { interval: settings.batching.interval, log: logger };
		return await gather(bundle, record, item.index, { run, ask, arrival });
	};
	const work = async () =>
		await operation.execute(
			new Inputs(item.fields, operation.fields, run.timeZone),
			ask,
			gatherOwn,
		);
	const rows = await (operation.isGathered ? work() : run.inTurn(work));
	return { rows, isChange };
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
	const isTool = isUsedAsTool(functions.getNode());
	try {
		const work = async () => await execute(operation, await open(), functions, item);
		// An agent calls its tools again and again, each time for something else.
		const { rows } = await (isTool
			? work()
			: changeOnce(functions.getExecuteData(), item.index, work));
		return rows.map((json) => ({ json, pairedItem }));
	} catch (thrown) {
		const node = functions.getNode();
		// A model sees nothing of an error that is thrown, and all of an item.
		if (!isTool && !functions.continueOnFail()) throw toNodeError(node, thrown, item.index);
		// With nothing beside `error` n8n joins the input's fields to it on the error output.
		return [{ json: { error: errorFields(node, thrown, item.index) }, pairedItem }];
	}
}
