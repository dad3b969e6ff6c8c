/** The part of n8n's own REST interface that its editor uses and that a scripted set-up needs. */

const { createRequire } = require('node:module');
const { setTimeout: sleep } = require('node:timers/promises');
const { toExecution } = require('./execution');

const EXECUTION_TIMEOUT_MS = 300_000;
const EXECUTION_INTERVAL_MS = 200;
const UNFINISHED = ['new', 'running', 'waiting', 'unknown'];

/**
 * @typedef {{ id: string, name: string, type: string }} Credential
 * @typedef {{ id: string, name: string, type: string, typeVersion: number, position: number[],
 *   parameters: Record<string, unknown>, credentials?: Record<string, { id?: string, name: string }>,
 *   [key: string]: unknown }} WorkflowNode
 * @typedef {{ name: string, nodes: WorkflowNode[], connections: Record<string, unknown>,
 *   settings?: Record<string, unknown>, [key: string]: unknown }} Workflow
 * @typedef {{ id: string, versionId: string, active: boolean } & Workflow} SavedWorkflow
 * @typedef {Record<string, unknown>} Row
 * @typedef {{ id: string, status: string, data: string }} StoredExecution
 * @typedef {{ status: string, error?: string, items: Record<string, Row[]> }} Execution the output
 *   items of every node, by its name
 */

/** An answer that is not a success. */
class N8nApiError extends Error {
	/**
	 * @param {string} message
	 * @param {number} status
	 */
	constructor(message, status) {
		super(message);
		this.status = status;
	}
}

/** A signed-in session. */
class N8nApi {
	#cookie = '';
	/** @type {(text: string) => import('./execution').StoredData} */
	#parseExecutionData;

	/**
	 * @param {string} url
	 * @param {import('./install').Installation} installation
	 */
	constructor(url, installation) {
		/** Where n8n is. */
		this.url = url;
		// n8n stores an execution in this library's format.
		this.#parseExecutionData = createRequire(installation.n8n)('flatted').parse;
	}

	/**
	 * @template T
	 * @param {string} method
	 * @param {string} path
	 * @param {unknown} [body]
	 * @returns {Promise<T>} the answer's data, of whatever type the caller knows it to be
	 */
	async call(method, path, body) {
		const response = await fetch(this.url + path, {
			method,
			headers: {
				'content-type': 'application/json',
				cookie: this.#cookie,
				// n8n may close a connection that was kept just when it is used again.
				connection: 'close',
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const cookie = response.headers.getSetCookie().find((text) => text.startsWith('n8n-auth='));
		if (cookie) this.#cookie = cookie.split(';')[0] ?? '';
		const text = await response.text();
		if (!response.ok) {
			const start = text.slice(0, 500);
			throw new N8nApiError(`${method} ${path}: ${response.status} ${start}`, response.status);
		}
		const answer = text === '' ? undefined : JSON.parse(text);
		return answer?.data ?? answer;
	}

	/**
	 * Signs in, after making the owner's account in a new n8n.
	 *
	 * @param {{ email: string, firstName: string, lastName: string, password: string }} owner
	 */
	async signIn(owner) {
		try {
			await this.call('POST', '/rest/owner/setup', owner);
		} catch (error) {
			if (!(error instanceof N8nApiError) || error.status !== 400) throw error;
			const { email, password } = owner;
			await this.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		}
	}

	/** @returns {Promise<Credential[]>} */
	async credentials() {
		return await this.call('GET', '/rest/credentials');
	}

	/**
	 * Makes the credential, or gives the one with this name and type new values.
	 *
	 * @param {{ name: string, type: string, data: Row }} credential
	 * @returns {Promise<Credential>}
	 */
	async saveCredential(credential) {
		const existing = (await this.credentials()).find(
			({ name, type }) => name === credential.name && type === credential.type,
		);
		return existing
			? await this.call('PATCH', `/rest/credentials/${existing.id}`, credential)
			: await this.call('POST', '/rest/credentials', credential);
	}

	/**
	 * What the editor's "Test" of a credential answers.
	 *
	 * @param {{ id: string, name: string, type: string, data: Row }} credentials
	 * @returns {Promise<{ status: 'OK' | 'Error', message: string }>}
	 */
	async testCredential(credentials) {
		return await this.call('POST', '/rest/credentials/test', { credentials });
	}

	/** @returns {Promise<SavedWorkflow[]>} */
	async workflows() {
		return await this.call('GET', '/rest/workflows');
	}

	/**
	 * @param {Workflow} workflow
	 * @param {string} [id] of the saved workflow that it replaces
	 * @returns {Promise<SavedWorkflow>}
	 */
	async saveWorkflow(workflow, id) {
		// n8n 1.x wants to be told that it is not published.
		if (!id) return await this.call('POST', '/rest/workflows', { active: false, ...workflow });
		const { versionId } = await this.workflow(id);
		return await this.call('PATCH', `/rest/workflows/${id}`, { ...workflow, versionId });
	}

	/**
	 * @param {string} id
	 * @returns {Promise<SavedWorkflow>}
	 */
	async workflow(id) {
		return await this.call('GET', `/rest/workflows/${id}`);
	}

	/**
	 * Publishes the workflow as it is saved, so that its webhooks and schedules work. n8n says that it
	 * is done before it is: for a while the version before goes on, or none.
	 *
	 * @param {string} id
	 */
	async activateWorkflow(id) {
		const { versionId } = await this.workflow(id);
		await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	/** @param {string} id of a published workflow */
	async deactivateWorkflow(id) {
		await this.call('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/**
	 * The ended executions of a workflow that its triggers started, oldest first.
	 *
	 * @param {string} workflowId
	 * @returns {Promise<Execution[]>}
	 */
	async endedExecutions(workflowId) {
		const ended = (await this.executions(workflowId)).filter(
			({ status }) => !UNFINISHED.includes(status),
		);
		return await Promise.all(ended.reverse().map(({ id }) => this.execution(id)));
	}

	/**
	 * Runs a workflow from one of its triggers, as the editor's button does, to its end.
	 *
	 * @param {string} id
	 * @param {string} triggerName
	 * @param {number} [timeoutMs] how long it may take
	 * @returns {Promise<Execution>}
	 */
	async runWorkflow(id, triggerName, timeoutMs = EXECUTION_TIMEOUT_MS) {
		// n8n 1.x runs what it is given, n8n 2 what it has saved.
		const workflowData = await this.workflow(id);
		const body = { workflowData, triggerToStartFrom: { name: triggerName } };
		/** @type {{ executionId?: string }} */
		const { executionId } = await this.call('POST', `/rest/workflows/${id}/run`, body);
		if (!executionId) throw new Error('n8n did not start the workflow');
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const execution = await this.#storedExecution(executionId);
			if (!UNFINISHED.includes(execution.status)) return this.#opened(execution);
			if (Date.now() > deadline) throw new Error(`Execution ${executionId} does not end`);
			await sleep(EXECUTION_INTERVAL_MS);
		}
	}

	/**
	 * The last hundred executions of a workflow, as n8n's list shows them.
	 *
	 * @param {string} workflowId
	 * @returns {Promise<Array<{ id: string, status: string }>>}
	 */
	async executions(workflowId) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		/** @type {{ results: Array<{ id: string, status: string }> }} */
		const { results } = await this.call('GET', `/rest/executions?filter=${filter}&limit=100`);
		return results;
	}

	/**
	 * One execution, as n8n shows it when it is opened.
	 *
	 * @param {string} id
	 * @returns {Promise<Execution>}
	 */
	async execution(id) {
		return this.#opened(await this.#storedExecution(id));
	}

	/**
	 * @param {string} id
	 * @returns {Promise<StoredExecution>}
	 */
	async #storedExecution(id) {
		return await this.call('GET', `/rest/executions/${id}`);
	}

	/** @param {StoredExecution} execution */
	#opened({ status, data }) {
		return toExecution(status, this.#parseExecutionData(data));
	}
}

module.exports = { N8nApi };
