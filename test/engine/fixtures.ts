import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import { startSimulator, type RecordedRequest, type Simulator } from '../../simulator';
import { CAMPAIGN_IDS } from '../../simulator/outbound/data';
import { runNode, type RunRequest, type RunResult } from './engine';

export const NODE = 'huaweiAicc';

/** The credentials of the simulator's tenant, as a user would enter them. */
export function credentialsFor(simulator: Simulator): {
	huaweiAiccTokenApi: ICredentialDataDecryptedObject;
	huaweiAiccAkSkApi: ICredentialDataDecryptedObject;
} {
	const { account, fabricUrl, isalesUrl } = simulator;
	return {
		huaweiAiccTokenApi: {
			baseUrl: fabricUrl,
			appKey: account.appKey,
			appSecret: account.appSecret,
			ignoreSslIssues: true,
		},
		huaweiAiccAkSkApi: {
			baseUrl: isalesUrl,
			accessKey: account.accessKey,
			secretKey: account.secretKey,
			vdnId: account.vdnId,
			ignoreSslIssues: true,
		},
	};
}

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

/** A resource locator with an ID in it. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** The parameters of each operation with values that the simulator answers well. */
export const OPERATIONS = {
	accessCodes: { resource: 'accessCode', operation: 'getAll', returnAll: true },
	obsResultCodes: { resource: 'obsResultCode', operation: 'getAll', returnAll: true },
	externalResults: { resource: 'externalResult', operation: 'getAll', returnAll: true },
	externalResult: {
		resource: 'externalResult',
		operation: 'get',
		externalResultId: byId('1402245659'),
	},
	externalResultCreate: {
		resource: 'externalResult',
		operation: 'create',
		displayResult: 'Call me later',
		obsCodes: ['00603', '00605'],
	},
	externalResultUpdate: {
		resource: 'externalResult',
		operation: 'update',
		externalResultId: byId('1402245659'),
		displayResult: 'Nobody there',
		obsCodes: ['00603'],
	},
	externalResultDelete: {
		resource: 'externalResult',
		operation: 'delete',
		externalResultId: byId('1402245659'),
	},
	campaigns: { resource: 'campaign', operation: 'getAll', returnAll: true },
	retryPolicy: {
		resource: 'campaign',
		operation: 'getRetryPolicy',
		campaignId: byId(CAMPAIGN_IDS.empty),
	},
	campaignPause: {
		resource: 'campaign',
		operation: 'pause',
		campaignId: byId(CAMPAIGN_IDS.empty),
	},
	campaignResume: {
		resource: 'campaign',
		operation: 'resume',
		campaignId: byId(CAMPAIGN_IDS.paused),
	},
	callDataAdd: {
		resource: 'callData',
		operation: 'add',
		campaignId: byId(CAMPAIGN_IDS.empty),
		calledNumber: '13600000001',
	},
	callDataGet: {
		resource: 'callData',
		operation: 'get',
		campaignId: byId(CAMPAIGN_IDS.paused),
		dataId: '1801234567890000001',
	},
	callDataDelete: {
		resource: 'callData',
		operation: 'delete',
		campaignId: byId(CAMPAIGN_IDS.paused),
		filters: { calledNumber: '13800000001' },
	},
	callResults: {
		resource: 'callResult',
		operation: 'getAll',
		campaignId: byId(CAMPAIGN_IDS.manyResults),
		returnAll: true,
	},
	callResult: { resource: 'callResult', operation: 'get', callId: '1700000001-1' },
	blocklistAdd: { resource: 'blocklist', operation: 'add', number: '13600000001' },
	blocklistCheck: { resource: 'blocklist', operation: 'check', number: '13900000001' },
	blocklistDelete: { resource: 'blocklist', operation: 'delete', number: '13900000001' },
	blockedNumbers: { resource: 'blocklist', operation: 'getAll', returnAll: true },
	calledDevice: {
		resource: 'call',
		operation: 'getCalledDevice',
		callerNumber: '8888888',
		calledNumber: '6666601',
	},
	faultCheck: {
		resource: 'faultUser',
		operation: 'check',
		msisdn: '6680512100869',
		faultTime: '1721283133000',
		complaintScene: '1',
	},
} satisfies Record<string, INodeParameters>;

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
