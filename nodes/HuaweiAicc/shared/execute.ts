/**
 * The one way out of the node: the declarative `pagination` function that all operations share.
 * n8n calls it once for each input item, for all of them at the same time.
 */
import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';

import { openRun, sender, type Authentication } from '../../../aicc/connection';
import { request } from '../../../aicc/request';
import type { Run } from '../../../aicc/run';
import { toNodeError } from '../../shared/errors';
import { Inputs } from '../../shared/inputs';
import type { Operation } from './operation';

type PaginationFunction = (
	this: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
) => Promise<INodeExecutionData[]>;

/** The run of each execution of a node: the object that its items share is the key. */
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
		});
		runs.set(execution, run);
	}
	return await run;
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
		try {
			const run = await runOf(this, authentication, options);
			const send = sender(this, authentication);
			const rows = await operation.execute(
				new Inputs(this, operation.fields),
				async (call) => await request(call, run, send),
			);
			return rows.map((json) => ({ json, pairedItem }));
		} catch (thrown) {
			const error = toNodeError(this.getNode(), thrown, itemIndex);
			if (!this.continueOnFail()) throw error;
			return [{ json: { error: error.message }, error, pairedItem }];
		}
	};
}
