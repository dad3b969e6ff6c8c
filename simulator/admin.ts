/** Switches for other processes, below /simulator on the port of the API Fabric. */
import type { FastifyInstance } from 'fastify';

import { jsonBody } from './checks';
import type { Fault } from './options';
import { pushResults, type PushRequest } from './outbound/push';
import type { Platform } from './platform';

function jsonValue(text: unknown): unknown {
	return JSON.parse(typeof text === 'string' && text !== '' ? text : 'null') as unknown;
}

export function addAdminRoutes(app: FastifyInstance, platform: Platform): void {
	app.get('/simulator/stats', async () => platform.stats);
	app.get('/simulator/requests', async () => platform.requests);
	app.post('/simulator/reset', async () => {
		platform.reset();
		return { done: true };
	});
	app.post('/simulator/end-tokens', async () => {
		platform.tokens.endAll();
		return { done: true };
	});
	app.put('/simulator/behaviour', async (request) => {
		Object.assign(platform.behaviour, jsonBody(String(request.body)));
		return platform.behaviour;
	});
	app.put('/simulator/faults', async (request) => {
		platform.faults = jsonValue(request.body) as Fault[];
		return platform.faults;
	});
	app.post('/simulator/push-results', async (request, reply) => {
		const { url, ...asked } = jsonBody(String(request.body)) ?? {};
		try {
			return await pushResults(platform, String(url), asked as PushRequest);
		} catch (error) {
			return await reply.code(400).send({ message: (error as Error).message });
		}
	});
	app.get<{ Params: { name: string } }>('/simulator/data/:name', async (request, reply) => {
		const entry = Object.entries(platform.data).find(([name]) => name === request.params.name);
		return entry ? entry[1] : await reply.code(404).send({ message: 'No such data set' });
	});
	app.put<{ Params: { name: string } }>('/simulator/data/:name', async (request, reply) => {
		if (!(request.params.name in platform.data)) {
			return await reply.code(404).send({ message: 'No such data set' });
		}
		Object.assign(platform.data, { [request.params.name]: jsonValue(request.body) });
		return { done: true };
	});
}
