/**
 * How n8n runs an operation. In a workflow it calls one function for all input items, `executeAll`.
 * For an AI agent, which it gives the node as a tool, it goes by the declarative description and
 * calls `executeWith` for each item. Both lead to `outputOf`.
 *
 * The declarative engine alone would do for both, but it goes over every property of the node twice
 * for each item before the first request (docs/performance.md).
 */
import type {
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import type { Authentication } from '../../../aicc/connection';
import { waitUntil } from '../../../aicc/waiting';
import { openExecution, outputOf, type Execution } from './item';
import type { Operation } from './operation';
import { ALL_AT_ONCE, requestSettings, type Settings } from './settings';

/**
 * The executions that n8n's declarative engine runs item by item: the object that their items share
 * is the key. One that has been stopped is no longer there: it may be run again.
 */
const executions = new WeakMap<object, Promise<Execution>>();

/** The declarative `pagination` function of an operation: called for each item. */
export function executeWith(operation: Operation, authentication: Authentication) {
	return async function (this: IExecutePaginationFunctions): Promise<INodeExecutionData[]> {
		const key = this.getExecuteData();
		const open = async () => {
			let execution = executions.get(key);
			if (!execution) {
				const settings = requestSettings(this.getNodeParameter('requestOptions', {}), {
					signal: this.getExecutionCancelSignal(),
					onStop: () => executions.delete(key),
				});
				execution = openExecution(this, authentication, settings);
				executions.set(key, execution);
			}
			return await execution;
		};
		return await outputOf(operation, this, { index: this.getItemIndex(), fields: this }, open);
	};
}

/** The item for which Request Options are worked out: n8n's own engine takes this one, too. */
const ITEM_OF_SETTINGS = 0;

type Output = { items: INodeExecutionData[] } | { error: unknown };

/** The function of an operation for all items of an execution: see n8n's `customOperations`. */
export function executeAll(operation: Operation, authentication: Authentication) {
	return async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const open = async () => {
			const requestOptions = this.getNodeParameter('requestOptions', ITEM_OF_SETTINGS, {});
			const signal = this.getExecutionCancelSignal();
			const settings = requestSettings(requestOptions, { signal });
			return await openExecution(this, authentication, settings);
		};
		const execution = open();
		const outputOfItem = async (index: number): Promise<Output> => {
			const fields = {
				getNodeParameter: (name: string, fallback?: unknown, options?: object) =>
					this.getNodeParameter(name, index, fallback, options) as unknown,
				getTimezone: () => this.getTimezone(),
			};
			return await outputOf(operation, this, { index, fields }, async () => await execution).then(
				(items) => ({ items }),
				(error: unknown) => ({ error }),
			);
		};
		const { length } = this.getInputData();
		// When it could not be opened, each item is told why.
		const opened = await execution.catch(() => undefined);
		const atOnce = operation.isGathered ? length : (opened?.run.maxBegun ?? 1);
		const outputs = await forEachIndex(length, atOnce, outputOfItem, opened?.settings);
		return [
			outputs.flatMap((output) => {
				// The first item that failed stands for all of them.
				if ('error' in output) throw output.error;
				return output.items;
			}),
		];
	};
}

/**
 * Does something for each number from 0, so many at a time: what waits costs nothing. Numbers come in
 * groups if the user has set so.
 */
async function forEachIndex<T>(
	length: number,
	atOnce: number,
	work: (index: number) => Promise<T>,
	settings?: Settings,
): Promise<T[]> {
	const { size, interval } = settings?.batching ?? ALL_AT_ONCE;
	const results: T[] = [];
	const begun = Date.now();
	const groups: Array<Promise<void>> = [];
	/** All of a group wait for the same, and go on in their order. */
	const untilDue = async (group: number) =>
		await (groups[group] ??= waitUntil(
			() => begun + group * interval,
			() => settings?.signal?.aborted !== true,
		));
	let next = 0;
	const workOn = async () => {
		while (next < length) {
			const index = next++;
			if (interval > 0) await untilDue(Math.floor(index / size));
			results[index] = await work(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(length, atOnce) }, workOn));
	return results;
}
