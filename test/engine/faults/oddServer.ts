/**
 * A server that does what the simulator does not: hangs, drips, and repeats what it was sent. Each
 * conduct is a port of its own, because a credential's Base URL has no path.
 */
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sleep } from 'n8n-workflow';

import type { newTenant } from './faults';

/** Gives one answer. */
export type Conduct = (request: FastifyRequest, reply: FastifyReply) => unknown;

async function drip({ raw }: FastifyReply): Promise<void> {
	raw.writeHead(200, { 'content-type': 'application/json' });
	while (!raw.destroyed) {
		raw.write(' ');
		await sleep(1000);
	}
}

const ENDLESS: Record<'hang' | 'drip', Conduct> = {
	hang: (_request, reply) => reply.hijack(),
	drip: (_request, reply) => {
		void drip(reply.hijack());
		return reply;
	},
};

/** App Secret and Secret Key: no error, item or log line may show it. */
export const ODD_SECRET = 'odd-secret-0123456789/+&<"';

let tokens = 0;

async function listen(conduct: Conduct, seen: FastifyRequest[]): Promise<FastifyInstance> {
	const app = fastify({ forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.all('*', async (request, reply) => {
		if (request.url.endsWith('/tokenByAkSk')) {
			return { AccessToken: `odd-token-${++tokens}-0123456789`, Expires: '3600' };
		}
		seen.push(request);
		return await conduct(request, reply);
	});
	await app.listen({ host: '127.0.0.1', port: 0 });
	return app;
}

/** A server with one conduct for the tests of a block, with the credentials for it. */
export function startServer(conduct: Conduct) {
	const seen: FastifyRequest[] = [];
	let app: FastifyInstance;
	let tenants = 0;
	beforeAll(async () => {
		app = await listen(conduct, seen);
	});
	beforeEach(() => {
		seen.length = 0;
	});
	afterAll(async () => await app.close());
	return {
		/** Requests that came, but for tokens. */
		seen,
		credentials: (): ReturnType<typeof newTenant> => {
			const address = app.server.address();
			const port = typeof address === 'object' ? address?.port : undefined;
			const baseUrl = `http://127.0.0.1:${port}`;
			return {
				huaweiAiccTokenApi: {
					baseUrl,
					appKey: 'odd-app-key',
					appSecret: ODD_SECRET,
					tenantSpaceId: `odd-${++tenants}`,
				},
				huaweiAiccAkSkApi: { baseUrl, accessKey: 'ODDKEY', secretKey: ODD_SECRET, vdnId: 40 },
			};
		},
	};
}

/** Servers whose answers never end. */
export function startEndlessServers() {
	return { hang: startServer(ENDLESS.hang), drip: startServer(ENDLESS.drip) };
}
