/**
 * The one way out of the node: the declarative `pagination` function that all operations share.
 * n8n calls it once for each input item, for all of them at the same time.
 */
import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { openRun, sender, type Authentication } from '../../../aicc/connection';
import type { Call } from '../../../aicc/call';
import { gather } from '../../../aicc/gather';
import { request } from '../../../aicc/request';
import type { Run } from '../../../aicc/run';
import { toNodeError } from '../../shared/errors';
import { Inputs } from '../../shared/inputs';
import { changeOnce, type Executed } from './changeOnce';
import type { Gather, Operation } from './operation';

type PaginationFunction = (
	this: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
) => Promise<INodeExecutionData[]>;

/**
 * The run of each execution of a node: the object that its items share is the key. One that has
 * been stopped is no longer there: n8n's Retry On Fail goes on with the same object.
 */
const runs = new WeakMap<object, Promise<Run>>();

type RequestData = DeclarativeRestApiSettings.ResultOptions['options'];

/** Request Options of the user that n8n puts on every request. */
function userOptions(options: RequestData): Partial<IHttpRequestOptions> {
	const { proxy, skipSslCertificateValidation, allowedDomains } = options;
	return {
		proxy,
		skipSslCertificateValidation: skipSslCertificateValidation === true,
		allowedDomains,
	};
}

async function runOf(
	functions: IExecutePaginationFunctions,
	authentication: Authentication,
	options: RequestData,
): Promise<Run> {
	const execution = functions.getExecuteData();
	let run = runs.get(execution);
	if (!run) {
		const { timeout } = functions.getNodeParameter('requestOptions', {}) as IDataObject;
		run = openRun(functions, authentication, {
			timeout: Number(timeout) > 0 ? Number(timeout) : undefined,
			requestOptions: userOptions(options),
			signal: functions.getExecutionCancelSignal(),
			onStop: () => runs.delete(execution),
		});
		runs.set(execution, run);
	}
	return await run;
}

/** How many milliseconds n8n waits between groups of items: Request Options > Batching. */
function batchInterval(functions: IExecutePaginationFunctions): number {
	const { batching } = functions.getNodeParameter('requestOptions', {}) as {
		batching?: { batch?: { batchInterval?: unknown } };
	};
	const interval = Number(batching?.batch?.batchInterval);
	return interval > 0 ? interval : 0;
}

/** n8n makes a second node type out of the node, for AI agents, and calls it that. */
function isUsedAsTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}

/**
 * A model sees the message of an error only, and of an error that is thrown sometimes nothing: it
 * gets what to do about it in the message, in an item like any other.
 */
function tellModel(error: NodeApiError | NodeOperationError): void {
	if (error.description) error.message = `${error.message}. ${error.description}`;
}

/** Runs an operation for one input item. */
async function executeFor(
	functions: IExecutePaginationFunctions,
	{ execute, fields, isGathered }: Operation,
	authentication: Authentication,
	options: RequestData,
): Promise<Executed> {
	const run = await runOf(functions, authentication, options);
	const send = sender(functions, authentication);
	let isChange = false;
	const ask = async (call: Call) => {
		isChange ||= call.interface.change !== undefined;
		return await request(call, run, send);
	};
	const gatherOwn: Gather = async (bundle, record) => {
		isChange ||= bundle.interface.change !== undefined;
		const arrival = { interval: batchInterval(functions), log: functions.logger };
		return await gather(bundle, record, functions.getItemIndex(), { run, ask, arrival });
	};
	const work = async () => await execute(new Inputs(functions, fields), ask, gatherOwn);
	const rows = await (isGathered ? work() : run.inTurn(work));
	return { rows, isChange };
}

/**
 * What n8n runs for an operation. Every output item, an error item included, says which input
 * item it came from: n8n's declarative engine does not, and guesses wrongly.
 */
export function executeWith(
	operation: Operation,
	authentication: Authentication,
): PaginationFunction {
	return async function (this, { options }) {
		const itemIndex = this.getItemIndex();
		const pairedItem = { item: itemIndex };
		const isTool = isUsedAsTool(this.getNode());
		try {
			const work = async () => await executeFor(this, operation, authentication, options);
			// An agent calls its tools again and again, each time for something else.
			const rows = isTool ? (await work()).rows : await changeOnce(this, work);
			return rows.map((json) => ({ json, pairedItem }));
		} catch (thrown) {
			const error = toNodeError(this.getNode(), thrown, itemIndex);
			if (isTool) tellModel(error);
			if (!isTool && !this.continueOnFail()) throw error;
			return [{ json: { error: error.message }, error, pairedItem }];
		}
	};
}
