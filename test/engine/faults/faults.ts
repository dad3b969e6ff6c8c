/** What the tests of this folder share: the node as n8n runs it, many items, many executions. */
import type {
	IDataObject,
	IExecuteFunctions,
	INodeParameters,
	INodeType,
	NodeOutput,
} from 'n8n-workflow';

import type * as hosts from '../../../aicc/client/hosts';
import type * as built from '../../../nodes/HuaweiAicc/HuaweiAicc.node';
import type { Fault, Simulator } from '../../../simulator';
import { loadPackage, runNode, type RunRequest, type RunResult } from '../engine';
import { loadAnew } from '../../harness/process';
import { credentialsFor, errorIn, NODE, OPERATIONS, useSimulator } from '../fixtures';

/** How many hosts the built package remembers. */
export const { rememberedHosts } = jest.requireActual<typeof hosts>(
	'../../../dist/aicc/client/hosts',
);

/** A simulator without encryption, which the faults do not need and which takes its time. */
export function usePlainSimulator() {
	afterEach(() => jest.restoreAllMocks());
	return useSimulator({ https: false });
}

let tenants = 0;

/**
 * The credentials of the simulator's tenant, each time with another Tenant Space ID: the node
 * remembers the tokens of a tenant, and each test begins without one.
 */
export function newTenant(simulator: Simulator): ReturnType<typeof credentialsFor> {
	const credentials = credentialsFor(simulator);
	credentials.huaweiAiccTokenApi.tenantSpaceId = `tenant-${++tenants}`;
	return credentials;
}

/**
 * Does something whenever the simulator takes a request of a route, before it answers.
 *
 * @param action gets the number of the request, from 1, and may give a fault for it
 */
export function atEachRequest(
	simulator: Simulator,
	route: string,
	action: (count: number) => Fault | undefined | void,
): void {
	let seen = 0;
	const takeFault = simulator.takeFault.bind(simulator);
	jest.spyOn(simulator, 'takeFault').mockImplementation((service, taken) => {
		const fault = taken === route ? action(++seen) : undefined;
		return fault ?? takeFault(service, taken);
	});
}

/** Does something when the simulator takes the n-th request of a route, before it answers. */
export function atRequest(
	simulator: Simulator,
	route: string,
	count: number,
	action: () => void,
): void {
	atEachRequest(simulator, route, (seen) => {
		if (seen === count) action();
	});
}

/**
 * The node, and a word whenever it has failed as a whole.
 *
 * @param onFailure called before n8n learns of it
 */
async function nodeThatTells(onFailure: () => void): Promise<INodeType> {
	const nodeType = (await loadPackage()).getNode(NODE).type as INodeType;
	const tell = ([name, work]: [string, (this: IExecuteFunctions) => Promise<NodeOutput>]) => [
		name,
		async function (this: IExecuteFunctions) {
			return await work.call(this).catch((error: unknown) => {
				onFailure();
				throw error;
			});
		},
	];
	const customOperations = Object.fromEntries(
		Object.entries(nodeType.customOperations ?? {}).map(([resource, operations]) => [
			resource,
			Object.fromEntries(Object.entries(operations).map(tell)) as typeof operations,
		]),
	);
	return Object.assign(Object.create(nodeType) as INodeType, { customOperations });
}

/** The node as it is loaded in a process of its own: it knows nothing of what this one has learned. */
export function nodeOfAnotherProcess(): INodeType {
	const { HuaweiAicc } = loadAnew<typeof built>(`nodes/HuaweiAicc/HuaweiAicc.node`);
	return new HuaweiAicc();
}

/** A look-up for each item, of the number that the item has. */
const LOOKUP: INodeParameters = {
	...OPERATIONS.calledDevice,
	calledNumber: '={{ $json.called }}',
};

/** Items for `LOOKUP`, each of which finds a device. */
export function numbers(count: number): IDataObject[] {
	return Array.from({ length: count }, () => ({ called: '6666601' }));
}

interface Changes extends Partial<RunRequest> {
	/** In place of the node as it is loaded. */
	node?: INodeType;
	/** Called when the node has failed as a whole. */
	onFailure?: () => void;
}

/** Runs the node as n8n does, by default one look-up. */
export async function run(
	simulator: Simulator,
	{ node, onFailure, ...changes }: Changes = {},
): Promise<RunResult> {
	return await runNode(onFailure ? await nodeThatTells(onFailure) : (node ?? NODE), {
		parameters: LOOKUP,
		credentials: newTenant(simulator),
		items: numbers(1),
		...changes,
	});
}

/** Runs look-ups that go on when one fails. */
export async function lookUp(
	simulator: Simulator,
	count: number,
	changes: Changes = {},
): Promise<RunResult> {
	return await run(simulator, {
		items: numbers(count),
		onError: 'continueRegularOutput',
		...changes,
	});
}

/** How many items came out with an answer. */
export function answered({ rows }: RunResult): number {
	return rows.filter(({ found }) => found === true).length;
}

/** How many items came out with an error. */
export function failed({ items }: RunResult): number {
	return items.filter(errorIn).length;
}

/** Why items failed, each reason once, whether they were sent or not because of it. */
export function reasonsOf(result: RunResult): string[] {
	const reasons = messagesOf(result).map((message) => message.replace(/^Not sent: /, ''));
	return [...new Set(reasons)].filter((reason) => !reason.endsWith('; not tried again'));
}

/** The different messages of the failed items, without the number of the item. */
export function messagesOf({ items }: RunResult): string[] {
	const messages = items.flatMap((item) => errorIn(item)?.message ?? []);
	return [...new Set(messages.map((message) => message.replace(/ \[item \d+\]$/, '')))];
}
