/** One HTTPS server of the platform: counts, refuses, delays and breaks before an interface answers. */
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sleep } from 'n8n-workflow';

import { Answer, htmlPage } from './answer';
import { faultAnswer } from './faults';
import type { Fault, ServiceName } from './options';
import { UNKNOWN_ROUTE, type Platform, type RecordedRequest } from './platform';
import type { Work } from './work';

/** Both in PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

const NOT_FOUND = new Answer({ status: 404, json: { message: 'Not found' } });

/** What is at a path that is no interface. @param target path and query */
type Otherwise = (target: string) => Answer;

function parametersOf(request: FastifyRequest): Record<string, string> {
	return { ...(request.params as Record<string, string>) };
}

/** A server with the interfaces that are added to it before it listens. */
export class Service {
	readonly app: FastifyInstance;

	constructor(
		private readonly platform: Platform,
		private readonly name: ServiceName,
		certificate: Certificate | undefined,
		private readonly otherwise: Otherwise = () => NOT_FOUND,
	) {
		const shared = { forceCloseConnections: true, bodyLimit: 4 * 1024 * 1024 };
		this.app = (
			certificate ? fastify({ ...shared, https: certificate }) : fastify(shared)
		) as FastifyInstance;
		// Some interfaces of CC-iSales are a GET with a body.
		this.app.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
		this.app.removeAllContentTypeParsers();
		this.app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
			done(null, body);
		});
		this.app.setNotFoundHandler(
			async (request, reply) => await this.handle(undefined, request, reply),
		);
	}

	/** Adds an interface, at its method and path. */
	add(work: Work): void {
		this.app.route({
			method: work.operation.method,
			url: work.operation.path.replace(/\{(\w+)\}/g, ':$1'),
			handler: async (request, reply) => await this.handle(work, request, reply),
		});
	}

	private async handle(
		work: Work | undefined,
		request: FastifyRequest,
		reply: FastifyReply,
	): Promise<FastifyReply> {
		const route = work?.operation.operationId ?? UNKNOWN_ROUTE;
		const { behaviour } = this.platform;
		const inFlight = this.count(route, reply);
		const record = this.record(route, request);
		reply.header('date', new Date(this.platform.now).toUTCString());
		if (behaviour.maxConcurrent > 0 && inFlight > behaviour.maxConcurrent) {
			return await this.send(this.overloaded(), record, reply);
		}
		if (behaviour.delayMs > 0) await sleep(behaviour.delayMs);
		const answer = (): Answer => {
			const target = request.raw.url ?? '';
			if (!work) return this.otherwise(target);
			return work.answer(this.platform, { record, params: parametersOf(request), target });
		};
		const fault = this.platform.takeFault(this.name, route);
		if (!fault) return await this.send(answer(), record, reply);
		return await this.fail(fault, work, answer, record, reply);
	}

	private count(route: string, reply: FastifyReply): number {
		const { stats } = this.platform;
		const service = stats.services[this.name];
		const counted = [service, (stats.routes[route] ??= { inFlight: 0, maxInFlight: 0 })];
		for (const entry of counted) {
			entry.inFlight++;
			entry.maxInFlight = Math.max(entry.maxInFlight, entry.inFlight);
		}
		stats.requests++;
		stats.countsByRoute[route] = (stats.countsByRoute[route] ?? 0) + 1;
		let isOpen = true;
		const end = () => {
			if (isOpen) for (const entry of counted) entry.inFlight--;
			isOpen = false;
		};
		reply.raw.once('finish', end);
		reply.raw.once('close', end);
		return service.inFlight;
	}

	private record(route: string, request: FastifyRequest): RecordedRequest {
		const [path = ''] = (request.raw.url ?? '').split('?');
		const record: RecordedRequest = {
			service: this.name,
			route,
			method: request.method,
			path,
			query: { ...(request.query as Record<string, string>) },
			headers: { ...request.headers },
			body: typeof request.body === 'string' ? request.body : '',
			status: 0,
			at: Date.now(),
		};
		if (this.platform.options.record) this.platform.requests.push(record);
		return record;
	}

	/** The firewall, when too many requests come at once. */
	private overloaded(): Answer {
		const { overload, retryAfterSeconds } = this.platform.behaviour;
		this.platform.stats.overloads++;
		const headers = retryAfterSeconds > 0 ? { 'retry-after': String(retryAfterSeconds) } : {};
		if (overload === 'html403') return htmlPage(403, undefined, headers);
		return htmlPage(Number(overload), `<h1>${overload}</h1>`, headers);
	}

	private async send(
		answer: Answer,
		record: RecordedRequest,
		reply: FastifyReply,
	): Promise<FastifyReply> {
		record.status = answer.status;
		return await reply
			.code(answer.status)
			.headers(answer.headers)
			.type(answer.contentType)
			.send(answer.body);
	}

	private async fail(
		fault: Fault,
		work: Work | undefined,
		answer: () => Answer,
		record: RecordedRequest,
		reply: FastifyReply,
	): Promise<FastifyReply> {
		const when = fault.when ?? 'before';
		const done = when === 'before' ? undefined : answer();
		if (fault.delayMs) await sleep(fault.delayMs);
		if (fault.kind === 'delay') return await this.send(done ?? answer(), record, reply);
		if (fault.kind !== 'cut' && fault.kind !== 'hang') {
			const said = faultAnswer(fault, work);
			const isCoded = fault.kind === 'code' || fault.kind === 'tooFast';
			const inWords = isCoded ? work?.inLanguage(said, this.platform, record) : undefined;
			return await this.send(inWords ?? said, record, reply);
		}
		reply.hijack();
		const end = fault.kind === 'cut' ? () => void reply.raw.destroy() : () => {};
		if (!done || when === 'after') {
			end();
			return reply;
		}
		const body = Buffer.from(done.body);
		const headers = { 'content-type': done.contentType, 'content-length': body.length };
		reply.raw.writeHead(200, headers);
		reply.raw.write(body.subarray(0, Math.ceil(body.length / 2)), end);
		return reply;
	}
}
