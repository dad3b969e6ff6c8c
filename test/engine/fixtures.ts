import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import { startSimulator, type RecordedRequest, type Simulator } from '../../simulator';
import { runNode, type RunRequest, type RunResult } from './engine';
import { byId } from './operationCase';
import { parametersOf } from './operationCases';
import { credentialsFor } from './tenant';

export { byId, credentialsFor };

export const NODE = 'huaweiAicc';

/** A simulator for the tests of a file: started before them, as new before each. */
export function useSimulator(options: Parameters<typeof startSimulator>[0] = {}) {
	const holder = {} as { simulator: Simulator };
	beforeAll(async () => {
		holder.simulator = await startSimulator(options);
	});
	beforeEach(() => holder.simulator.reset());
	afterAll(async () => await holder.simulator.stop());
	return holder;
}

/**
 * Starts platforms that no other test has used: their addresses, and so their tokens, are new to
 * the node. They stop after each test.
 */
export function useNewPlatforms() {
	const started: Simulator[] = [];
	afterEach(async () => {
		await Promise.all(started.splice(0).map(async (simulator) => await simulator.stop()));
	});
	return async (options: Parameters<typeof startSimulator>[0] = {}): Promise<Simulator> => {
		const simulator = await startSimulator({ https: false, ...options });
		started.push(simulator);
		return simulator;
	};
}

type Changes = Partial<Omit<RunRequest, 'parameters'>>;

/** Runs the node with the credentials of the simulator's tenant. */
export function runnerFor(holder: { simulator: Simulator }) {
	return async (parameters: INodeParameters, changes: Changes = {}): Promise<RunResult> =>
		await runNode(NODE, {
			parameters,
			credentials: credentialsFor(holder.simulator),
			...changes,
		});
}

/**
 * The requests that an interface received. Left out are those with a token of an earlier test:
 * the node remembers its token, while the simulator begins anew before each test.
 */
export function requestsOf(simulator: Simulator, route: string): RecordedRequest[] {
	return simulator.requests.filter(
		(request) =>
			request.route === route && !(request.service === 'fabric' && request.status === 401),
	);
}

/** Makes the next answer of an interface this very text. */
export function answerWith(simulator: Simulator, route: string, body: string): void {
	simulator.faults = [{ kind: 'raw', route, body }];
}

/** The headers with which an interface was asked. */
export function headersOf(simulator: Simulator, route: string): Array<RecordedRequest['headers']> {
	return simulator.requests
		.filter((request) => request.route === route)
		.map(({ headers }) => headers);
}

/** The JSON bodies that an interface received. */
export function bodiesOf(simulator: Simulator, route: string): unknown[] {
	return requestsOf(simulator, route).map(({ body }) => JSON.parse(body) as unknown);
}

/** Where an item says that it comes from when there was one input item. */
export const PAIRED = { item: 0 };

/** What an error item says. */
export interface ItemError {
	message: string;
	description?: string;
	outcome: 'refused' | 'notSent' | 'unknown' | 'failed';
	code?: string;
	httpStatus?: number;
}

/** What an item says if it is an error item. */
export function errorIn(item: INodeExecutionData | undefined): ItemError | undefined {
	return item?.json.error as ItemError | undefined;
}

/** An error as n8n shows it. When it stops the workflow n8n stores a copy without a class. */
export interface ShownError {
	name?: string;
	message?: string;
	description?: string | null;
	httpCode?: string | null;
	context?: { itemIndex?: number };
}

/** The error beside an item, or the one that stopped the workflow. */
export function shown(error: unknown): ShownError {
	return (error ?? {}) as ShownError;
}

/** Parameters of the operations that many tests use. */
export const OPERATIONS = {
	accessCodes: parametersOf('accessCode/getAll'),
	obsResultCodes: parametersOf('obsResultCode/getAll'),
	externalResults: parametersOf('externalResult/getAll'),
	externalResult: parametersOf('externalResult/get'),
	externalResultCreate: parametersOf('externalResult/create'),
	externalResultUpdate: parametersOf('externalResult/update'),
	externalResultDelete: parametersOf('externalResult/delete'),
	campaigns: parametersOf('campaign/getAll'),
	retryPolicy: parametersOf('campaign/getRetryPolicy'),
	campaignPause: parametersOf('campaign/pause'),
	campaignResume: parametersOf('campaign/resume'),
	callDataAdd: parametersOf('callData/add'),
	callDataGet: parametersOf('callData/get'),
	callDataDelete: parametersOf('callData/delete'),
	callResults: parametersOf('callResult/getAll'),
	callResult: parametersOf('callResult/get'),
	blocklistAdd: parametersOf('blocklist/add'),
	blocklistCheck: parametersOf('blocklist/check'),
	blocklistDelete: parametersOf('blocklist/delete'),
	blockedNumbers: parametersOf('blocklist/getAll'),
	calledDevice: parametersOf('call/getCalledDevice'),
	faultCheck: parametersOf('faultUser/check'),
};

/** Asks for a called device with the token credential, changed as wanted. */
export async function askForDevice(
	simulator: Simulator,
	changes: ICredentialDataDecryptedObject = {},
	items: IDataObject[] = [{}],
): Promise<RunResult> {
	const credential = { ...credentialsFor(simulator).huaweiAiccTokenApi, ...changes };
	return await runNode(NODE, {
		parameters: OPERATIONS.calledDevice,
		credentials: { huaweiAiccTokenApi: credential },
		items,
	});
}

/** Asks for OBS result codes with the AK/SK credential, changed as wanted. */
export async function askForCodes(
	simulator: Simulator,
	changes: ICredentialDataDecryptedObject = {},
): Promise<RunResult> {
	const credential = { ...credentialsFor(simulator).huaweiAiccAkSkApi, ...changes };
	return await runNode(NODE, {
		parameters: { ...OPERATIONS.obsResultCodes, returnAll: false },
		credentials: { huaweiAiccAkSkApi: credential },
	});
}
