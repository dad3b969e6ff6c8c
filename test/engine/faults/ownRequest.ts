import type { ApiRequest } from '../../../aicc/client/apiRequest';
import type { JsonObject } from '../../../aicc/base/json';
import { request } from '../../../aicc/client/transport';
import { Session, type Send } from '../../../aicc/client/session';

/** Asks one thing without a node and without a server: `send` answers. */
export async function askWith(send: Send, call: ApiRequest): Promise<JsonObject | Error> {
	const session = new Session({
		send,
		origin: 'http://aicc.example',
		maxConcurrentRequests: 10,
		timeout: 30_000,
		secrets: [],
		canRenewToken: true,
	});
	return await request(call, session).catch((error: Error) => error);
}
