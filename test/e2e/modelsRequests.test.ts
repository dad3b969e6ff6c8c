import { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { node } from '../../scripts/n8n/workflow';
import { CAMPAIGN_IDS, startSimulator } from '../../simulator';
import { callMcpTool, connectMcp } from './mcpClient';
import { callTool, startScriptedModel } from './scriptedModel';

/**
 * Requests to any interface that a model makes: by n8n's AI agent, and by an MCP client. Both have the
 * same tools.
 */
const TOKEN = 'made-up';
const AGENT_API = '/apiaccess/CC-Management/v1/mobileAgent';
const SKILLS = '/apiaccess/rest/cc-management/v1/skill/querySkills';

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let model: Awaited<ReturnType<typeof startScriptedModel>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;
let client: Awaited<ReturnType<typeof connectMcp>>;
let workflowId: string;

/** A field that the model fills in. */
function ofModel(key: string): string {
	return `={{ $fromAI('${key}', 'What the page of the interface says', 'string') }}`;
}

const CHOSEN = { operation: 'send', method: ofModel('method'), path: ofModel('path') };

const TOOLS = {
	'Ask the API Fabric': {
		...CHOSEN,
		resource: 'fabricRequest',
		body: ofModel('body'),
		options: { changesSomething: false, payloadField: 'data' },
	},
	'Ask signed': { ...CHOSEN, resource: 'signedRequest', options: {} },
	'Allow yourself': {
		...CHOSEN,
		resource: 'fabricRequest',
		body: ofModel('body'),
		options: { allowAgentWrites: "={{ $fromAI('allow', 'Whether it may', 'boolean') }}" },
	},
	Ring: {
		resource: 'fabricRequest',
		operation: 'send',
		method: 'POST',
		path: `${AGENT_API}/createCall`,
		body: ofModel('body'),
		options: { allowAgentWrites: true },
	},
};

/** The workflow with its two ways to the tools. */
async function makeWorkflow(): Promise<string> {
	const { token, akSk } = simulatorCredentials(simulator);
	const saved: Record<string, { id: string; name: string }> = {};
	for (const credential of [
		token,
		akSk,
		{ name: 'The model', type: 'openAiApi', data: { apiKey: 'made-up', url: model.url } },
		{ name: 'The client', type: 'httpBearerAuth', data: { token: TOKEN } },
	]) {
		const { id, name } = await n8n.api.saveCredential(credential);
		saved[credential.type] = { id, name };
	}
	const using = (type: string) => ({
		credentials: { [type]: saved[type] as { id: string; name: string } },
	});
	const tools = Object.entries(TOOLS).map(([name, parameters]) => {
		const type = parameters.resource === 'signedRequest' ? akSk.type : token.type;
		return node(name, 'n8n-nodes-huawei-aicc.huaweiAiccTool', 1, parameters, using(type));
	});
	const langchain = '@n8n/n8n-nodes-langchain';
	const server = { path: 'models-requests', authentication: 'bearerAuth' };
	const llm = { model: { __rl: true, mode: 'list', value: 'made-up' }, options: {} };
	const nodes = [
		node('Chat', `${langchain}.chatTrigger`, 1.1, { options: {} }, { webhookId: 'a-chat' }),
		node('Agent', `${langchain}.agent`, 3.1, { options: {} }),
		node('Model', `${langchain}.lmChatOpenAi`, 1.2, llm, using('openAiApi')),
		node('Server', `${langchain}.mcpTrigger`, 2, server, {
			...using('httpBearerAuth'),
			webhookId: 'a-server',
		}),
		...tools,
	];
	const to = (type: string, ...names: string[]) => ({
		[type]: [names.map((name) => ({ node: name, type, index: 0 }))],
	});
	const connections = {
		Chat: to('main', 'Agent'),
		Model: to('ai_languageModel', 'Agent'),
		...Object.fromEntries(tools.map(({ name }) => [name, to('ai_tool', 'Agent', 'Server')])),
	};
	const settings = { executionOrder: 'v1' };
	const { id } = await n8n.api.saveWorkflow({ name: 'Requests', nodes, connections, settings });
	await n8n.api.activateWorkflow(id);
	return id;
}

beforeAll(async () => {
	simulator = await startSimulator();
	model = await startScriptedModel();
	n8n = await startFreshN8n('models-requests', simulator);
	workflowId = await makeWorkflow();
	client = await connectMcp(`${n8n.url}/mcp/models-requests`, { authorization: `Bearer ${TOKEN}` });
});

afterAll(async () => {
	await client?.close();
	await n8n?.stop();
	await model?.stop();
	await simulator?.stop();
});

type Values = Record<string, unknown>;

async function askAgent(tool: string, values: Values): Promise<string> {
	const workflow = await n8n.api.workflow(workflowId);
	const chat = { chatInput: callTool(tool, values), sessionId: 'test', action: 'sendMessage' };
	await n8n.api.saveWorkflow({ ...workflow, pinData: { Chat: [{ json: chat }] } }, workflowId);
	const { status, error, items } = await n8n.api.runWorkflow(workflowId, 'Chat');
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
	return String(items.Agent?.[0]?.output);
}

async function askServer(tool: string, values: Values): Promise<string> {
	return await callMcpTool(client, tool, values);
}

describe.each([
	["n8n's AI agent", askAgent, '13600000001'],
	['an MCP client', askServer, '13600000002'],
])('%s', (_, ask, called) => {
	const body = JSON.stringify({ caller: '9000001', called });

	/** What a model reads, and which interfaces it has asked. */
	async function outcome(tool: string, values: Values) {
		const before = simulator.requests.length;
		const answer = await ask(tool, values);
		const routes = simulator.requests.slice(before).map(({ route }) => route);
		return { answer, asked: routes.filter((route) => route !== 'tokenByAkSk') };
	}

	it('looks up what the pages know as a look-up', async () => {
		const page = JSON.stringify({ limit: '5', offset: '0' });
		const asking = { method: 'POST', path: SKILLS, body: page };
		const { answer, asked } = await outcome('Ask_the_API_Fabric', asking);
		expect(JSON.parse(answer)).toMatchObject(
			simulator.data.skills.slice(0, 5).map(({ skillId, name }) => ({ skillId, name })),
		);
		expect(asked).toEqual(['querySkills']);
	});

	const call = { method: 'POST', path: `${AGENT_API}/createCall`, body };
	const pause = {
		method: 'PUT',
		path: `/rest/isales/v1/openapi/campaigns/{vdnId}/${CAMPAIGN_IDS.manyResults}/pause`,
	};
	it.each<[what: string, tool: string, values: Values, words: RegExp]>([
		['a call that it calls a look-up', 'Ask_the_API_Fabric', call, /cannot be off for POST/],
		[
			'what no page knows',
			'Ask_the_API_Fabric',
			{ ...call, path: '/apiaccess/rest/other/v1/ringAll' },
			/An AI agent may not send POST/,
		],
		['a change of a campaign', 'Ask_signed', pause, /An AI agent may not send PUT/],
		[
			'what it allows itself',
			'Allow_yourself',
			{ ...call, allow: true },
			/An AI agent may not send POST/,
		],
	])('does not send %s', async (_what, tool, values, words) => {
		const { answer, asked } = await outcome(tool, values);
		expect(answer).toMatch(words);
		expect(asked).toEqual([]);
	});

	it('changes something where the builder allows it, once', async () => {
		const { answer, asked } = await outcome('Ring', { body });
		expect(answer).not.toMatch(/"error"/);
		expect(asked).toEqual(['createCallV1']);
	});
});
