/**
 * The node as n8n's declarative engine runs it, item by item. In workflows n8n calls the operations
 * directly; it goes by the declarative description when an AI agent uses the node as a tool.
 */
import './faults/time';
import { RoutingNode, type ExecuteContext } from 'n8n-core';
import type { INodeParameters, INodeType } from 'n8n-workflow';

import { CAMPAIGN_IDS } from '../../simulator';
import { loadPackage, runNode, type RunRequest, type RunResult } from './engine';
import { atRequest } from './faults/faults';
import {
	credentialsFor,
	NODE,
	OPERATIONS,
	requestsOf,
	runnerFor,
	shown,
	useSimulator,
} from './fixtures';
import { everyOperation } from './operationCases';

const holder = useSimulator({ https: false });
const runDirectly = runnerFor(holder);
afterEach(() => jest.restoreAllMocks());

async function runDeclaratively(
	parameters: INodeParameters,
	changes: Partial<RunRequest> = {},
): Promise<RunResult> {
	const nodeType = (await loadPackage()).getNode(NODE).type as INodeType;
	const declarative = {
		description: nodeType.description,
		async execute(this: ExecuteContext) {
			return (await new RoutingNode(this, nodeType).runNode()) ?? [];
		},
	};
	const credentials = credentialsFor(holder.simulator);
	return await runNode(declarative, { parameters, credentials, ...changes });
}

it.each(everyOperation)('gives the same as in a workflow: %s', async (_, parameters) => {
	const direct = await runDirectly(parameters);
	holder.simulator.reset();
	const declarative = await runDeclaratively(parameters);
	expect(declarative.error).toBeUndefined();
	expect(declarative.items.map(({ pairedItem }) => pairedItem)).toEqual(
		direct.items.map(({ pairedItem }) => pairedItem),
	);
	// IDs that the service makes up differ from time to time.
	const fields = ({ rows }: RunResult) => rows.map((row) => Object.keys(row));
	expect(fields(declarative)).toEqual(fields(direct));
});

it('pairs what comes out, errors included', async () => {
	const { items } = await runDeclaratively(
		{ ...OPERATIONS.calledDevice, calledNumber: '={{ $json.called }}' },
		{
			items: [{ called: '6666601' }, { called: '' }, { called: '6666602' }],
			onError: 'continueRegularOutput',
		},
	);
	expect(items).toMatchObject([
		{ json: { found: true }, pairedItem: { item: 0 } },
		{
			json: { error: { message: 'Called Number is empty [item 1]', outcome: 'refused' } },
			pairedItem: { item: 1 },
		},
		{ json: { found: true }, pairedItem: { item: 2 } },
	]);
});

it('stops the workflow with the words of the first failing item', async () => {
	const { error } = await runDeclaratively({
		...OPERATIONS.calledDevice,
		calledNumber: '6666699',
	});
	expect(shown(error)).toMatchObject({
		name: 'NodeApiError',
		message: expect.stringContaining(': System is busy (code 1)'),
	});
});

it('keeps the limit of the credential for all items', async () => {
	holder.simulator.behaviour.delayMs = 5;
	const items = Array.from({ length: 100 }, () => ({}));
	const { error, rows } = await runDeclaratively(OPERATIONS.calledDevice, { items });
	expect(error).toBeUndefined();
	expect(rows).toHaveLength(100);
	expect(holder.simulator.stats.services.fabric.maxInFlight).toBeLessThanOrEqual(10);
});

it('sends many items in few requests', async () => {
	const items = Array.from({ length: 20 }, (_, index) => ({ called: `1360000${index + 1000}` }));
	const parameters = { ...OPERATIONS.callDataAdd, calledNumber: '={{ $json.called }}' };
	const { rows } = await runDeclaratively(parameters, { items });
	const book = holder.simulator.data.callData[CAMPAIGN_IDS.empty] ?? [];
	expect(rows).toEqual(book.map(({ called, dataId }) => ({ called, dataId })));
	expect(holder.simulator.stats.countsByRoute.addCalldata).toBe(1);
});

it('sends nothing more when the execution is cancelled', async () => {
	const { simulator } = holder;
	simulator.behaviour.delayMs = 100;
	const items = Array.from({ length: 60 }, () => ({}));
	await runDeclaratively(OPERATIONS.calledDevice, {
		items,
		onStarted: (stop) => atRequest(simulator, 'getCalledInfo', 10, stop),
	});
	expect(requestsOf(simulator, 'getCalledInfo').length).toBeLessThanOrEqual(20);
});
