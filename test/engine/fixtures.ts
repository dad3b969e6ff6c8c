import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../../simulator';

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

/** The parameters of each operation with values that the simulator answers well. */
export const OPERATIONS = {
	accessCodes: { resource: 'accessCode', operation: 'getAll', returnAll: true },
	obsResultCodes: { resource: 'obsResultCode', operation: 'getAll', returnAll: true },
	externalResults: { resource: 'externalResult', operation: 'getAll', returnAll: true },
	externalResult: {
		resource: 'externalResult',
		operation: 'get',
		externalResultId: { __rl: true, mode: 'id', value: '1402245659' },
	},
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
