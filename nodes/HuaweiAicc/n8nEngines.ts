/**
 * How n8n runs an operation; nothing else in the package knows that there are two ways. In a workflow
 * n8n calls one function for all input items, out of `customOperations`. For an AI agent, which it
 * gives the node as a tool, it goes by the declarative description and calls the `pagination` function
 * in the operation's `routing` for each item. Both lead to `outputOf`.
 *
 * The declarative engine alone would do for both, but it goes over every property of the node twice
 * for each item before the first request (docs/performance.md).
 */
import type {
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INode,
	INodeExecutionData,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { waitUntil } from '../../aicc/base/waiting';
import { openSession, type Authentication } from '../../aicc/client/openSession';
import { outputOf, type Execution, type Functions } from './shared/item';
import type { Operation, Resource } from './shared/operation';
import { throwIfRefused } from './shared/refusals';
import { ALL_AT_ONCE, requestSettings, type Settings } from './shared/settings';

/**
 * What makes the node a declarative one. There is nothing to default, but n8n takes a node with methods
 * for a declarative one only if `requestDefaults` is there.
 */
export const DECLARATIVE: Pick<INodeTypeDescription, 'requestDefaults'> = { requestDefaults: {} };

/** What n8n's declarative engine calls for an operation: part of its option in the drop-down. */
export function routingOf(
	operation: Operation,
	authentication: Authentication,
): Pick<INodePropertyOptions, 'routing'> {
	return {
		routing: {
			send: { paginate: true },
			operations: { pagination: executeOne(operation, authentication) },
		},
	};
}

/** What n8n calls for an operation in a workflow: by resource, then by operation. */
export function customOperationsOf(
	resources: Resource[],
): NonNullable<INodeType['customOperations']> {
	return Object.fromEntries(
		resources.map(({ value, authentication, operations }) => [
			value,
			Object.fromEntries(
				operations.map((operation) => [
					String(operation.option.value),
					executeAll(operation, authentication),
				]),
			),
		]),
	);
}

/** Begins an execution. @throws AiccError for a credential that is not usable */
async function openExecution(
	functions: Functions,
	authentication: Authentication,
	settings: Settings,
): Promise<Execution> {
	return { session: await openSession(functions, authentication, settings), settings };
}

/** What an item belongs to. n8n makes a second node type out of the node, for agents: its name ends so. */
function belongingOf(functions: Pick<IExecuteFunctions, 'getExecuteData' | 'getNode'>) {
	const { type }: INode = functions.getNode();
	return { execution: functions.getExecuteData(), isOfAgent: type.endsWith('Tool') };
}

/**
 * The executions that n8n's declarative engine runs item by item: the object that their items share
 * is the key. One that has been stopped is no longer there: n8n may begin it again.
 */
const executions = new WeakMap<object, Promise<Execution>>();

/** The declarative `pagination` function of an operation: called for each item. */
function executeOne(operation: Operation, authentication: Authentication) {
	return async function (this: IExecutePaginationFunctions): Promise<INodeExecutionData[]> {
		const belonging = belongingOf(this);
		const key = belonging.execution;
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
		const item = { ...belonging, index: this.getItemIndex(), fields: this };
		return await outputOf(operation, this, item, open);
	};
}

/** The item for which Request Options are worked out: n8n's own engine takes this one, too. */
const ITEM_OF_SETTINGS = 0;

type Output = { items: INodeExecutionData[] } | { error: unknown };

/** The function of an operation for all items of an execution. */
function executeAll(operation: Operation, authentication: Authentication) {
	return async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const belonging = belongingOf(this);
		const open = async () => {
			throwIfRefused(belonging.execution);
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
			const item = { ...belonging, index, fields };
			return await outputOf(operation, this, item, async () => await execution).then(
				(items) => ({ items }),
				(error: unknown) => ({ error }),
			);
		};
		const { length } = this.getInputData();
		// When it could not be opened, each item is told why.
		const opened = await execution.catch(() => undefined);
		const atOnce = operation.isBatched ? length : (opened?.session.maxBegun ?? 1);
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
