/**
 * n8n's own engine in the test process: n8n-core loads the built package and runs its node, with
 * a credential store in memory in place of n8n's database.
 */
import 'reflect-metadata';
import { ExecutionLifecycleHooks, PackageDirectoryLoader, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ExecutionError,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { propertiesOf, runWorkflow } from './versions';

type Credentials = Record<string, ICredentialDataDecryptedObject>;

let loader: PackageDirectoryLoader | undefined;

/** The built package, loaded as n8n loads it. */
export async function loadPackage(): Promise<PackageDirectoryLoader> {
	if (!loader) {
		loader = new PackageDirectoryLoader('.');
		await loader.loadAll();
	}
	return loader;
}

/** Who knows the types of credentials: the loader of the built package, or a stand-in. */
export type CredentialTypes = Pick<PackageDirectoryLoader, 'getCredential'>;

/** Keeps credentials as n8n does: decrypted for each request, written back with a new token. */
export class CredentialStore extends ICredentialsHelper {
	constructor(
		private readonly packageLoader: CredentialTypes,
		readonly saved: Credentials,
	) {
		super();
	}

	private typeOf(name: string) {
		return this.packageLoader.getCredential(name).type;
	}

	getParentTypes() {
		return [];
	}

	isCredentialUsableByNode() {
		return true;
	}

	getCredentialsProperties(type: string) {
		return propertiesOf(this.typeOf(type));
	}

	async getCredentials(): Promise<never> {
		throw new Error('Not needed by the engine');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
	) {
		const saved = structuredClone(this.saved[type]) as INodeParameters;
		const properties = this.getCredentialsProperties(type);
		const values = NodeHelpers.getNodeParameters(properties, saved, true, false, null, null);
		return { ...values } as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		options: IHttpRequestOptions,
	) {
		const { authenticate } = this.typeOf(type);
		if (typeof authenticate !== 'function') throw new Error(`${type} does not authenticate`);
		return await authenticate(credentials, options);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
		_node: INode,
		isExpired: boolean,
	) {
		const { properties, preAuthentication } = this.typeOf(type);
		const expirable = properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (!expirable || !preAuthentication) return undefined;
		if (credentials[expirable.name] !== '' && !isExpired) return undefined;
		const output = await preAuthentication.call(helpers, credentials);
		if (output[expirable.name] === undefined) return undefined;
		this.saved[type] = { ...this.saved[type], ...output } as ICredentialDataDecryptedObject;
		return Object.assign(credentials, output);
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData() {}

	async runPreAuthentication() {
		return undefined;
	}
}

/** A node that gives out the items it was made with. */
function sourceOf(items: IDataObject[]): INodeType {
	return {
		description: {
			displayName: 'Source',
			name: 'source',
			group: ['input'],
			version: 1,
			description: '',
			defaults: { name: 'Source' },
			inputs: [],
			outputs: ['main'],
			properties: [],
		},
		execute: async () => [items.map((json): INodeExecutionData => ({ json }))],
	};
}

export interface RunRequest {
	parameters: INodeParameters;
	credentials: Credentials;
	/** In place of those of the built package. */
	credentialTypes?: CredentialTypes;
	items?: IDataObject[];
	onError?: INode['onError'];
	/** Whether n8n runs the node a second time when it has failed. */
	retryOnFail?: boolean;
	/** Time zone of the workflow, UTC unless it is set. */
	timezone?: string;
	/** Cancels the execution when it is called. */
	onStarted?: (cancel: () => void) => void;
}

export interface RunResult {
	/** What stopped the workflow. */
	error?: ExecutionError;
	/** The items of each output. */
	outputs: INodeExecutionData[][];
	/** The items of the first output. */
	items: INodeExecutionData[];
	/** The first output's data alone. */
	rows: IDataObject[];
	/** The credentials as the execution left them. */
	saved: Credentials;
	/** All that n8n would store of the execution. */
	stored: string;
}

const SOURCE = 'source';
const NODE_NAME = 'Huawei AICC';

/** A workflow in which the node gets the items of a source. */
function workflowOf(tested: INodeType, request: RunRequest): Workflow {
	const source = sourceOf(request.items ?? [{}]);
	const nodeType = (type: string) => (type === SOURCE ? source : tested);
	const nodeTypes: INodeTypes = {
		getByName: nodeType,
		getByNameAndVersion: nodeType,
		getKnownTypes: () => ({}),
	};
	return new Workflow({
		id: 'workflow',
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: request.timezone ?? 'UTC' },
		nodes: [
			{ id: '1', name: 'Source', type: SOURCE, typeVersion: 1, position: [0, 0], parameters: {} },
			{
				id: '2',
				name: NODE_NAME,
				type: `n8n-nodes-huawei-aicc.${tested.description.name}`,
				typeVersion: 1,
				position: [0, 0],
				parameters: request.parameters,
				credentials: Object.fromEntries(
					Object.keys(request.credentials).map((type) => [type, { id: type, name: type }]),
				),
				onError: request.onError,
				...(request.retryOnFail && { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }),
			},
		],
		connections: {
			Source: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] },
		},
	});
}

/** What n8n gives an execution beside its workflow. */
function additionalDataWith(store: CredentialStore): IWorkflowExecuteAdditionalData {
	const address = 'http://127.0.0.1/';
	return {
		credentialsHelper: store,
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: 'workflow',
			name: 'workflow',
			nodes: [],
			connections: {},
			active: false,
		} as never),
		executionId: '1',
		restApiUrl: '',
		instanceBaseUrl: '',
		webhookBaseUrl: address,
		webhookTestBaseUrl: address,
		webhookWaitingBaseUrl: address,
		formWaitingBaseUrl: address,
		variables: {},
		userId: 'user',
		setExecutionStatus: () => {},
		sendDataToUI: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

/**
 * Runs one node on the given items.
 *
 * @param node name of a node of the package, or a node of the test's own
 */
export async function runNode(node: string | INodeType, request: RunRequest): Promise<RunResult> {
	const credentialTypes = request.credentialTypes ?? (await loadPackage());
	const tested =
		typeof node === 'string' ? ((await loadPackage()).getNode(node).type as INodeType) : node;
	const workflow = workflowOf(tested, request);
	const store = new CredentialStore(credentialTypes, structuredClone(request.credentials));
	const execution = runWorkflow(
		new WorkflowExecute(additionalDataWith(store), 'manual', createRunExecutionData()),
		workflow,
		workflow.getNode('Source') as INode,
	);
	request.onStarted?.(() => execution.cancel());
	const run = await execution;
	const { resultData } = run.data;
	const task = resultData.runData[NODE_NAME]?.[0];
	const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
	return {
		error: resultData.error ?? task?.error,
		outputs,
		items: outputs[0] ?? [],
		rows: (outputs[0] ?? []).map(({ json }) => json),
		saved: store.saved,
		stored: JSON.stringify(run.data),
	};
}
