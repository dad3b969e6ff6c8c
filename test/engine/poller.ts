/**
 * The trigger as n8n runs it: polls with n8n's own functions and static data, a restart with what
 * n8n would have stored.
 */
import { PollContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IPollFunctions,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { CredentialStore, loadPackage } from './engine';
import { credentialsFor, type Platform } from './tenant';

const NODE = 'huaweiAiccTrigger';
const NODE_NAME = 'Watch';

/** What n8n keeps of a workflow between polls. */
type StaticData = IDataObject & { [key: `node:${string}`]: IDataObject };

function itemsOf(output: INodeExecutionData[][] | null | undefined): IDataObject[] {
	return (output?.[0] ?? []).map(({ json }) => json);
}

export class Poller {
	workflow!: Workflow;

	private type!: INodeType;

	private packageLoader!: Awaited<ReturnType<typeof loadPackage>>;

	private platform!: Platform;

	private store!: CredentialStore;

	/** What n8n has stored: after an activation, and with what a poll gives out. */
	private saved = '{}';

	private isActivated = false;

	/** Why n8n has activated the workflow last: it was published, or n8n has started. */
	private activation: WorkflowActivateMode = 'activate';

	/** Polls that gave out something, be it nothing but a state to store. */
	executions = 0;

	/** Id of the credential that the node has. */
	credentialId = 'credential';

	private constructor(private parameters: INodeParameters) {}

	/** @param own fields of the AK/SK credential besides those that the simulator wants */
	static async start(
		simulator: Platform,
		parameters: INodeParameters,
		own: IDataObject = {},
	): Promise<Poller> {
		const poller = new Poller(parameters);
		poller.packageLoader = await loadPackage();
		poller.type = poller.packageLoader.getNode(NODE).type as INodeType;
		poller.platform = simulator;
		poller.useCredential(own);
		poller.load({} as StaticData);
		return poller;
	}

	/** The user edits the AK/SK credential. */
	useCredential(own: IDataObject): void {
		const { huaweiAiccAkSkApi, ...others } = credentialsFor(this.platform);
		const edited = { ...huaweiAiccAkSkApi, ...own } as ICredentialDataDecryptedObject;
		this.store = new CredentialStore(this.packageLoader, { ...others, huaweiAiccAkSkApi: edited });
	}

	private load(staticData: StaticData): void {
		this.isActivated = false;
		const nodeTypes: INodeTypes = {
			getByName: () => this.type,
			getByNameAndVersion: () => this.type,
			getKnownTypes: () => ({}),
		};
		const ownCredential = { id: this.credentialId, name: 'AICC' };
		this.workflow = new Workflow({
			id: 'workflow',
			active: true,
			nodeTypes,
			settings: { timezone: 'UTC' },
			staticData,
			nodes: [
				{
					id: '1',
					name: NODE_NAME,
					type: `n8n-nodes-huawei-aicc.${NODE}`,
					typeVersion: 1,
					position: [0, 0],
					parameters: this.parameters,
					credentials: { huaweiAiccTokenApi: ownCredential, huaweiAiccAkSkApi: ownCredential },
				},
			],
			connections: {},
		});
	}

	/** n8n is killed and begins anew with what it stored, perhaps with a workflow that was edited. */
	restart(parameters: INodeParameters = this.parameters): void {
		this.begin('init', parameters);
	}

	/** Somebody publishes the workflow, which was not published for a while. */
	publishAnew(parameters: INodeParameters = this.parameters): void {
		this.begin('activate', parameters);
	}

	private begin(activation: WorkflowActivateMode, parameters: INodeParameters): void {
		this.activation = activation;
		this.parameters = parameters;
		this.load(JSON.parse(this.saved) as StaticData);
	}

	/** The state as n8n has it. */
	get stored(): string {
		return JSON.stringify(this.workflow.staticData);
	}

	/** Bytes of the state of each of so many watched things. */
	bytesFor(count: number): number {
		return Math.ceil(Buffer.byteLength(this.saved) / count);
	}

	/** The functions that n8n gives to a poll. */
	functions(mode: WorkflowExecuteMode = 'trigger'): IPollFunctions {
		const node = this.workflow.getNode(NODE_NAME);
		if (!node) throw new Error('The workflow has no trigger');
		const additionalData = {
			credentialsHelper: this.store,
			executionId: '1',
			restApiUrl: '',
			instanceBaseUrl: '',
			webhookBaseUrl: 'http://127.0.0.1/',
			webhookTestBaseUrl: 'http://127.0.0.1/',
			webhookWaitingBaseUrl: 'http://127.0.0.1/',
			formWaitingBaseUrl: 'http://127.0.0.1/',
			variables: {},
		} as unknown as IWorkflowExecuteAdditionalData;
		const activation = mode === 'manual' ? 'manual' : this.activation;
		return new PollContext(this.workflow, node, additionalData, mode, activation);
	}

	/** One scheduled poll, the first one that of the activation. */
	async poll(functions = this.functions()): Promise<IDataObject[]> {
		const output = await this.type.poll?.call(functions);
		if (output) this.executions++;
		if (output || !this.isActivated) this.saved = this.stored;
		this.isActivated = true;
		return itemsOf(output);
	}

	/** Fetch Test Event in the editor. */
	async test(): Promise<IDataObject[]> {
		return itemsOf(await this.type.poll?.call(this.functions('manual')));
	}

	/** The error of a poll. */
	async failure(): Promise<Error & { description?: string | null; httpCode?: string | null }> {
		return await this.poll().then(
			() => new Error('The poll did not fail'),
			(error: Error) => error,
		);
	}
}

/** The trigger neither begins nor can be tried as it is, says so in these words, and asks nothing. */
export async function expectRefused(
	poller: Poller,
	simulator: Simulator,
	words: RegExp,
): Promise<void> {
	const refusal = {
		name: 'NodeOperationError',
		message: expect.stringMatching(words) as unknown,
	};
	expect(await poller.failure()).toMatchObject(refusal);
	await expect(poller.test()).rejects.toMatchObject(refusal);
	expect(simulator.requests).toEqual([]);
}
