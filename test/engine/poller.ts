/**
 * The trigger as n8n runs it: polls with n8n's own functions and static data, a restart with what
 * n8n would have stored.
 */
import { PollContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IPollFunctions,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { CredentialStore, loadPackage } from './engine';
import { credentialsFor } from './fixtures';

const NODE = 'huaweiAiccTrigger';
const NODE_NAME = 'Watch';

/** What n8n keeps of a workflow between polls. */
type StaticData = IDataObject & { [key: `node:${string}`]: IDataObject };

export class Poller {
	workflow!: Workflow;

	private type!: INodeType;

	private store!: CredentialStore;

	/** Id of the credential that the node has. */
	credentialId = 'credential';

	private constructor(private parameters: INodeParameters) {}

	static async start(simulator: Simulator, parameters: INodeParameters): Promise<Poller> {
		const poller = new Poller(parameters);
		const packageLoader = await loadPackage();
		poller.type = packageLoader.getNode(NODE).type as INodeType;
		poller.store = new CredentialStore(packageLoader, credentialsFor(simulator));
		poller.load({} as StaticData);
		return poller;
	}

	private load(staticData: StaticData): void {
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

	/** n8n begins anew with what it stored, perhaps with a workflow that was edited. */
	restart(parameters: INodeParameters = this.parameters): void {
		this.parameters = parameters;
		this.load(JSON.parse(this.stored) as StaticData);
	}

	/** The state as n8n would store it. */
	get stored(): string {
		return JSON.stringify(this.workflow.staticData);
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
		const activation = mode === 'manual' ? 'manual' : 'activate';
		return new PollContext(this.workflow, node, additionalData, mode, activation);
	}

	private async run(functions: IPollFunctions): Promise<IDataObject[]> {
		const output = await this.type.poll?.call(functions);
		return (output?.[0] ?? []).map(({ json }) => json);
	}

	/** One scheduled poll. */
	async poll(functions = this.functions()): Promise<IDataObject[]> {
		return await this.run(functions);
	}

	/** Fetch Test Event in the editor. */
	async test(): Promise<IDataObject[]> {
		return await this.run(this.functions('manual'));
	}

	/** The error of a poll. */
	async failure(): Promise<Error & { description?: string | null; httpCode?: string | null }> {
		return await this.poll().then(
			() => new Error('The poll did not fail'),
			(error: Error) => error,
		);
	}
}
