/** An MCP client, the official SDK's, that asks n8n's MCP Server Trigger as a model's client does. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

import { until } from '../../scripts/lib/until';

const NOT_FOUND = 404;

/** Connects to an MCP server. @throws when it does not let the client in */
export async function connectMcp(url: string, headers: Record<string, string>): Promise<Client> {
	// n8n says that a workflow is published before its URL works.
	await until('the MCP server is there', async () => {
		return (await fetch(url, { method: 'POST' })).status !== NOT_FOUND;
	});
	const client = new Client({ name: 'a test', version: '1.0.0' });
	await client.connect(
		new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }),
	);
	return client;
}

/** What a model reads when it calls a tool. */
export async function callMcpTool(
	client: Client,
	name: string,
	values: Record<string, unknown>,
): Promise<string> {
	const { content } = await client.callTool({ name, arguments: values });
	return (content as Array<{ text: string }>).map(({ text }) => text).join('\n');
}
