/**
 * The callback trigger as n8n runs it for each request: with n8n's own functions, a copy of
 * the static data as it was stored when the request came, and a real HTTP connection.
 */
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { parseJson } from '../../aicc/base/json';
import { until } from '../../scripts/lib/until';
import { loadAnew } from '../harness/process';

const NODE = 'HuaweiAiccCallbackTrigger';
const NODE_NAME = 'Results';

/** Says which process takes a push; the first one unless told. */
const PROCESS_HEADER = 'x-process';

type NodeModule = Record<typeof NODE, new () => INodeType>;

/** The built node in a process that has just started: it remembers nothing. */
function startProcess(): INodeType {
	return new (loadAnew<NodeModule>(`nodes/${NODE}/${NODE}.node`)[NODE])();
}

/** The process in which every receiver begins. */
const firstProcess = startProcess();

let receivers = 0;

/** Longer than any push takes. */
const ANSWER_MS = 20_000;

// Beside an installation, on two cores, a push has been seen to get no answer; its test is begun anew,
// and Jest says why.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

const additionalData = {
	executionId: '1',
	restApiUrl: '',
	instanceBaseUrl: '',
	webhookBaseUrl: 'http://127.0.0.1/',
	webhookTestBaseUrl: 'http://127.0.0.1/',
	webhookWaitingBaseUrl: 'http://127.0.0.1/',
	formWaitingBaseUrl: 'http://127.0.0.1/',
	variables: {},
} as unknown as IWorkflowExecuteAdditionalData;

/** What n8n's own handler of webhooks puts on a request. */
function asN8nHandsItOver({ raw, url, body }: FastifyRequest): object {
	return Object.assign(raw, {
		originalUrl: url,
		readRawBody: async () => {
			Object.assign(raw, { rawBody: body });
		},
	});
}

/** Whether n8n could read a body, should it try. */
function isReadable({ headers, body }: FastifyRequest): boolean {
	if (!headers['content-type']?.startsWith('application/json')) return true;
	return parseJson(String(body)) !== undefined;
}

export interface Answer {
	status: number;
	/** What the platform reads. */
	body: unknown;
	contentType: string | null;
}

export class Receiver {
	/** The items of each execution. */
	readonly executions: IDataObject[][] = [];

	/** What n8n has stored of the workflow. */
	stored = '{}';

	/** How often it has stored it. */
	stores = 0;

	/** What the node logged, by n8n's levels. */
	readonly warnings: string[] = [];

	readonly notes: string[] = [];

	/** What the node threw. */
	error?: Error & { description?: string | null };

	mode: WorkflowExecuteMode = 'webhook';

	workflowId = `workflow ${++receivers}`;

	/** The AK/SK credential that is chosen in the node, if any. */
	credential?: ICredentialDataDecryptedObject;

	/** The address at which people reach this n8n, in front of a proxy. */
	publicUrl = 'http://127.0.0.1/';

	/** The node in each of n8n's processes, which share what is stored and nothing else. */
	private processes = [firstProcess];

	/** Requests that have loaded their copy of the static data and are held back. */
	private held?: Array<() => void>;

	/** It takes bodies of the size that n8n takes. */
	private readonly server = fastify({ bodyLimit: 16 * 1024 * 1024 });

	/** Where it listens. */
	url = '';

	constructor(public parameters: INodeParameters = {}) {}

	async start(): Promise<this> {
		// n8n hands the bytes of the body over as they came.
		this.server.removeAllContentTypeParsers();
		this.server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
			done(null, body),
		);
		for (const method of ['GET', 'POST']) {
			this.server.route({
				method,
				url: '*',
				handler: async (request, reply) => {
					await this.handle(request, reply).catch((error: Error) => reply.raw.destroy(error));
				},
			});
		}
		this.url = await this.server.listen({ host: '127.0.0.1', port: 0 });
		return this;
	}

	async stop(): Promise<void> {
		this.server.server.closeAllConnections();
		await this.server.close();
	}

	/** n8n begins anew, with what it stored. @param processes how many take pushes */
	restart(processes = 1): void {
		this.processes = Array.from({ length: processes }, startProcess);
	}

	private get type(): INodeType {
		return this.typeIn(0);
	}

	private typeIn(process: number): INodeType {
		const type = this.processes[process];
		if (!type) throw new Error(`There is no process ${process}`);
		return type;
	}

	/** The workflow as n8n loads it, with a copy of what is stored. */
	private load(type = this.type): Workflow {
		const nodeTypes: INodeTypes = {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		};
		return new Workflow({
			id: this.workflowId,
			active: true,
			nodeTypes,
			settings: { timezone: 'UTC' },
			staticData: JSON.parse(this.stored) as IDataObject,
			nodes: [
				{
					id: '1',
					name: NODE_NAME,
					type: 'n8n-nodes-huawei-aicc.huaweiAiccCallbackTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: this.parameters,
					...(this.credential && {
						credentials: { huaweiAiccAkSkApi: { id: '1', name: 'Keys' } },
					}),
				},
			],
			connections: {},
		});
	}

	private nodeOf(workflow: Workflow) {
		const node = workflow.getNode(NODE_NAME);
		if (!node) throw new Error('The workflow has no trigger');
		return node;
	}

	private async handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
		reply.hijack();
		const type = this.typeIn(Number(request.headers[PROCESS_HEADER] ?? 0));
		const workflow = this.load(type);
		const held = this.held;
		if (held) await new Promise<void>((go) => held.push(go));
		const data = {
			...additionalData,
			webhookBaseUrl: `${this.publicUrl}webhook`,
			credentialsHelper: {
				isCredentialUsableByNode: () => true,
				getDecrypted: async () => structuredClone(this.credential),
			},
			httpRequest: asN8nHandsItOver(request),
			httpResponse: reply.raw,
		} as unknown as IWorkflowExecuteAdditionalData;
		const node = this.nodeOf(workflow);
		if (!this.isLeftUnread(workflow) && !isReadable(request)) {
			reply.raw.writeHead(422).end('{"message":"Failed to parse request body"}');
			return;
		}
		const name = request.method === 'POST' ? 'default' : 'setup';
		const webhook = { webhookDescription: { name } } as IWebhookData;
		const functions = new WebhookContext(workflow, node, data, this.mode, webhook, [], null);
		const { logger } = functions;
		jest.spyOn(logger, 'warn').mockImplementation((message) => void this.warnings.push(message));
		jest.spyOn(logger, 'info').mockImplementation((message) => void this.notes.push(message));
		try {
			const output = await type.webhook?.call(functions);
			const items = output?.workflowData?.[0];
			if (items) this.executions.push(items.map(({ json }) => json));
		} catch (thrown) {
			this.error = thrown as Error;
			reply.raw.writeHead(500).end('{}');
		}
		const { staticData } = workflow;
		if (staticData.__dataChanged !== true) return;
		this.stored = JSON.stringify(staticData);
		this.stores++;
	}

	/** What n8n asks before it reads a body by its content type. */
	private isLeftUnread(workflow: Workflow): boolean {
		const option = '={{$parameter["options"]["binaryData"]}}';
		const node = this.nodeOf(workflow);
		return workflow.expression.getSimpleParameterValue(node, option, this.mode, {}) === true;
	}

	/** What the platform does. @param process of n8n that takes the push, by its number */
	async push(body: unknown, process = 0, headers: Record<string, string> = {}): Promise<Answer> {
		return await this.request('', {
			method: 'POST',
			headers: { [PROCESS_HEADER]: String(process), ...headers },
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});
	}

	/** @param target path and query */
	async request(target: string, options: RequestInit): Promise<Answer> {
		// Receivers come and go: none is to get a connection that an earlier one had at its port.
		const headers = { ...options.headers, connection: 'close' };
		const signal = AbortSignal.timeout(ANSWER_MS);
		const response = await fetch(this.url + target, { ...options, headers, signal });
		return {
			status: response.status,
			body: (await response.json()) as unknown,
			contentType: response.headers.get('content-type'),
		};
	}

	/**
	 * Pushes at the same time: each has its copy of the static data before any is worked on.
	 *
	 * @param processes that take them, by their numbers
	 */
	async pushTogether(bodies: unknown[], processes: number[] = []): Promise<Answer[]> {
		const held: Array<() => void> = [];
		this.held = held;
		const answers = Promise.all(
			bodies.map(async (body, index) => await this.push(body, processes[index])),
		);
		await until('all have come', () => held.length === bodies.length);
		this.held = undefined;
		for (const go of held) go();
		return await answers;
	}

	/** What n8n does when the workflow is published or its test begins. */
	async activate(): Promise<void> {
		const workflow = this.load();
		const node = this.nodeOf(workflow);
		const functions = new HookContext(workflow, node, additionalData, 'trigger', 'activate');
		const { checkExists, create } = this.type.webhookMethods?.default ?? {};
		if (!(await checkExists?.call(functions))) await create?.call(functions);
	}

	/** The part of the URL that the node decides on. */
	get path(): unknown {
		const workflow = this.load();
		return workflow.expression.getSimpleParameterValue(
			this.nodeOf(workflow),
			this.type.description.webhooks?.[0]?.path,
			'internal',
			{},
		);
	}
}
