/** A chat model that does what its user tells it: enough of OpenAI's interface for n8n's agent. */
import fastify from 'fastify';

interface Message {
	role: string;
	content: string | null;
}

interface ChatRequest {
	model: string;
	messages: Message[];
	tools?: Array<{ function: { name: string; description: string } }>;
}

/** A question for the model: which tool to call, and with what. */
export function callTool(name: string, values: Record<string, unknown>): string {
	return JSON.stringify({ name, values });
}

function answerTo({ messages }: ChatRequest, id: string) {
	const last = messages.at(-1);
	if (last?.role !== 'user') {
		return { finish_reason: 'stop', message: { role: 'assistant', content: last?.content } };
	}
	const { name, values } = JSON.parse(last.content ?? '') as { name: string; values: object };
	const call = { name, arguments: JSON.stringify(values) };
	return {
		finish_reason: 'tool_calls',
		message: {
			role: 'assistant',
			content: null,
			tool_calls: [{ id, type: 'function', function: call }],
		},
	};
}

/** Starts the model: a question calls the tool it names, and the tool's answer is the answer. */
export async function startScriptedModel() {
	const app = fastify();
	const requests: ChatRequest[] = [];
	app.post<{ Body: ChatRequest }>('/v1/chat/completions', async ({ body }) => {
		const id = `call-${requests.push(body)}`;
		return {
			id,
			object: 'chat.completion',
			created: 1,
			model: body.model,
			choices: [{ index: 0, ...answerTo(body, id) }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	});
	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return { url: `${url}/v1`, requests, stop: async () => await app.close() };
}
