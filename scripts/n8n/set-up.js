/** What a person would set up by hand in a new n8n: the account, the credentials, the examples. */

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const settings = require('../settings');

/**
 * @typedef {Awaited<ReturnType<typeof import('../../simulator').startSimulator>>} Simulator
 * @typedef {import('./api').N8nApi} N8nApi
 * @typedef {{ id: string, hash: string }} Imported
 */

/**
 * The names by which the example workflows refer to their credentials: those that n8n proposes for a
 * new credential of each type.
 */
const CREDENTIAL_NAMES = {
	token: 'Huawei AICC Token account',
	akSk: 'Huawei AICC AK/SK account',
};

/** What clients of the MCP server among the examples must say. The name is that which n8n proposes. */
const MCP_CREDENTIAL = {
	name: 'Bearer Auth account',
	type: 'httpBearerAuth',
	data: { token: settings.mcpToken },
};

/** Triggers that other systems send requests to. */
const WEBHOOK_TYPES = [
	'@n8n/n8n-nodes-langchain.mcpTrigger',
	'n8n-nodes-base.webhook',
	'n8n-nodes-huawei-aicc.huaweiAiccCallbackTrigger',
];

/** The address of a server that stands in an example for the user's own. */
const EXAMPLE_SERVER = 'https://10.0.0.1:28443';

/** The address that stands in an example for that of the user's n8n. */
const EXAMPLE_N8N = 'https://n8n.example.com';

/**
 * Credentials for the simulator, as a user would fill them in.
 *
 * @param {Simulator} simulator
 */
function simulatorCredentials({ account, fabricUrl, isalesUrl }) {
	return {
		token: {
			name: CREDENTIAL_NAMES.token,
			type: 'huaweiAiccTokenApi',
			data: {
				baseUrl: fabricUrl,
				tokenSource: 'appKeyAndSecret',
				appKey: account.appKey,
				appSecret: account.appSecret,
				tokenBaseUrl: '',
				tenantSpaceId: account.tenantSpaceId,
				maxConcurrentRequests: 10,
				ignoreSslIssues: true,
			},
		},
		akSk: {
			name: CREDENTIAL_NAMES.akSk,
			type: 'huaweiAiccAkSkApi',
			data: {
				baseUrl: isalesUrl,
				accessKey: account.accessKey,
				secretKey: account.secretKey,
				vdnId: account.vdnId,
				// The clock by which the simulator writes its times.
				timeZone: 'UTC',
				maxConcurrentRequests: 10,
				ignoreSslIssues: true,
			},
		},
	};
}

/**
 * Signs in and makes everything that is not there yet; credentials get the simulator's values.
 *
 * @param {N8nApi} api
 * @param {Simulator} simulator
 * @param {string} userFolder remembers which examples were imported
 * @returns {Promise<Record<string, string>>} the workflow ids of the examples, by file name
 */
async function setUp(api, simulator, userFolder) {
	await api.signIn(settings.owner);
	/** @type {Record<string, string>} */
	const credentialIds = {};
	const credentials = [...Object.values(simulatorCredentials(simulator)), MCP_CREDENTIAL];
	for (const credential of credentials) {
		credentialIds[credential.name] = (await api.saveCredential(credential)).id;
	}
	const memoryFile = path.join(userFolder, 'examples.json');
	return await importExamples(api, simulator, credentialIds, memoryFile);
}

/**
 * Imports the example workflows. One that the user has changed since stays as it is, until its file
 * changes.
 *
 * @param {N8nApi} api
 * @param {Simulator} simulator
 * @param {Record<string, string>} credentialIds by name
 * @param {string} memoryFile
 */
async function importExamples(api, simulator, credentialIds, memoryFile) {
	/** @type {Record<string, Imported>} */
	const imported = fs.existsSync(memoryFile) ? JSON.parse(fs.readFileSync(memoryFile, 'utf8')) : {};
	const saved = (await api.workflows()).filter(({ isArchived }) => !isArchived);
	const files = fs.readdirSync(settings.examplesFolder).filter((name) => name.endsWith('.json'));
	/** @type {Record<string, string>} */
	const ids = {};
	for (const file of files) {
		const written = fs.readFileSync(path.join(settings.examplesFolder, file), 'utf8');
		const text = written
			.replaceAll(EXAMPLE_SERVER, simulator.isalesUrl)
			.replaceAll(EXAMPLE_N8N, api.url);
		const hash = crypto.createHash('sha256').update(text).digest('hex');
		const known = saved.some(({ id }) => id === imported[file]?.id) ? imported[file] : undefined;
		let id = known?.id;
		if (!id || known?.hash !== hash) {
			const workflow = withCredentialIds(JSON.parse(text), credentialIds);
			id = (await api.saveWorkflow(workflow, id)).id;
			imported[file] = { id, hash };
		}
		if (isAnsweringRequests(JSON.parse(text))) await api.activateWorkflow(id);
		ids[file] = id;
	}
	fs.writeFileSync(memoryFile, JSON.stringify(imported));
	return ids;
}

/**
 * The examples name their credentials; n8n finds them by id.
 *
 * @param {import('./api').Workflow} workflow
 * @param {Record<string, string>} credentialIds by name
 */
function withCredentialIds(workflow, credentialIds) {
	for (const node of workflow.nodes) {
		for (const credential of Object.values(node.credentials ?? {})) {
			credential.id = credentialIds[credential.name];
		}
	}
	return workflow;
}

/**
 * A workflow that starts with a webhook only answers when it is published.
 *
 * @param {import('./api').Workflow} workflow
 */
function isAnsweringRequests(workflow) {
	return workflow.nodes.some(({ type }) => WEBHOOK_TYPES.includes(type));
}

module.exports = { CREDENTIAL_NAMES, setUp, simulatorCredentials };
