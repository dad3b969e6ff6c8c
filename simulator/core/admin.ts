/** Switches for other processes, below /simulator on the port of the API Fabric. */
import type { FastifyInstance, FastifyReply } from 'fastify';

import type { Fault } from './options';
import type { Platform } from './platform';
import { jsonObject } from './work';

function jsonValue(text: unknown): unknown {
	return JSON.parse(typeof text === 'string' && text !== '' ? text : 'null') as unknown;
}

/** Adds them to a server that does not listen yet. */
export function addAdminRoutes(app: FastifyInstance, platform: Platform): void {
	app.get('/simulator/stats', async () => platform.stats);
	app.get('/simulator/requests', async () => platform.requests);
	app.get('/simulator/misfits', async () => platform.misfits);
	app.post('/simulator/reset', async () => {
		platform.reset();
		return { done: true };
	});
	app.post('/simulator/end-tokens', async () => {
		platform.tokens.endAll();
		return { done: true };
	});
	app.put('/simulator/behaviour', async (request) => {
		Object.assign(platform.behaviour, jsonObject(String(request.body)));
		return platform.behaviour;
	});
	app.put('/simulator/faults', async (request, reply) => {
		try {
			platform.faults = jsonValue(request.body) as Fault[];
			return platform.faults;
		} catch (error) {
			return await reply.code(400).send({ message: (error as Error).message });
		}
	});
	const push = async (callback: string, body: unknown, reply: FastifyReply) => {
		const { url, ...asked } = jsonObject(String(body)) ?? {};
		try {
			return await platform.push(callback, String(url), asked);
		} catch (error) {
			return await reply.code(400).send({ message: (error as Error).message });
		}
	};
	app.post('/simulator/push-results', async (request, reply) =>
		push('outboundResult', request.body, reply),
	);
	app.post<{ Params: { name: string } }>('/simulator/push/:name', async (request, reply) =>
		push(request.params.name, request.body, reply),
	);
	app.get('/simulator/data', async () => Object.keys(platform.data));
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
