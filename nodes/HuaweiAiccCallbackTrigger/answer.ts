import type { IWebhookFunctions } from 'n8n-workflow';

/** Sends an answer at once: n8n's own waits for a free slot when executions are limited. */
export function answer(functions: IWebhookFunctions, status: number, body: object): void {
	const response = functions.getResponseObject();
	const text = JSON.stringify(body);
	response.statusCode = status;
	response.setHeader('Content-Type', 'application/json; charset=utf-8');
	// With the length n8n does not send it in chunks, which simple clients do not expect.
	response.setHeader('Content-Length', Buffer.byteLength(text));
	response.end(text);
}
