import type { Call } from '../../../aicc/call';
import type { JsonObject } from '../../../aicc/json';
import { request } from '../../../aicc/request';
import { Run, type Send } from '../../../aicc/run';

/** Asks one thing without a node and without a server: `send` answers. */
export async function askWith(send: Send, call: Call): Promise<JsonObject | Error> {
	const run = new Run({
		origin: 'http://aicc.example',
		maxConcurrentRequests: 10,
		timeout: 30_000,
		secrets: [],
		canRenewToken: true,
	});
	return await request(call, run, send).catch((error: Error) => error);
}
