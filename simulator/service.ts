/** One HTTPS server of the platform: counts, refuses, delays and breaks before a route answers. */
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sleep } from 'n8n-workflow';

import type { Fault, ServiceName } from './options';
import type { Platform, RecordedRequest } from './platform';

/** What a route says. */
export interface Answer {
	status?: number;
	json?: unknown;
	text?: string;
	contentType?: string;
	headers?: Record<string, string>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type Route = (request: RecordedRequest, raw: FastifyRequest) => Answer;

export interface Certificate {
	key: string;
	cert: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

const FIREWALL_PAGE =
	'<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><p>The request was blocked.</p></body></html>';

export function htmlPage(status: number, text?: string): Answer {
	return { status, text: text ?? FIREWALL_PAGE, contentType: HTML_TYPE };
}

function bodyOf(answer: Answer): string {
	return answer.text ?? JSON.stringify(answer.json ?? null);
}

function faultAnswer(fault: Fault): Answer {
	const { status, headers } = fault;
	switch (fault.kind) {
		case 'html':
			return { ...htmlPage(status ?? 200, textOf(fault.body)), headers };
		case 'json':
			return { status, json: fault.body ?? null, headers };
		case 'raw':
			return {
				status,
				text: textOf(fault.body) ?? '',
				contentType: fault.contentType ?? JSON_TYPE,
				headers,
			};
		default:
			return { status: status ?? 500, json: fault.body ?? { message: 'Fault on demand' }, headers };
	}
}

function textOf(body: unknown): string | undefined {
	return body === undefined ? undefined : String(body);
}

export class Service {
	readonly app: FastifyInstance;

	constructor(
		private readonly platform: Platform,
		private readonly name: ServiceName,
		certificate: Certificate | undefined,
	) {
		const shared = { forceCloseConnections: true, bodyLimit: 4 * 1024 * 1024 };
		this.app = (
			certificate ? fastify({ ...shared, https: certificate }) : fastify(shared)
		) as FastifyInstance;
		this.app.removeAllContentTypeParsers();
		this.app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
			done(null, body);
		});
		this.app.setNotFoundHandler(async (request, reply) => {
			await this.handle(
				'unknown',
				() => ({ status: 404, json: { message: 'Not found' } }),
				request,
				reply,
			);
		});
	}

	route(method: Method, path: string, name: string, answer: Route): void {
		this.app.route({
			method,
			url: path,
			handler: async (request, reply) => await this.handle(name, answer, request, reply),
		});
	}

	private async handle(
		name: string,
		answer: Route,
		request: FastifyRequest,
		reply: FastifyReply,
	): Promise<FastifyReply> {
		const { behaviour } = this.platform;
		const inFlight = this.count(name, reply);
		const record = this.record(name, request);
		reply.header('date', new Date(this.platform.now).toUTCString());
		if (behaviour.maxConcurrent > 0 && inFlight > behaviour.maxConcurrent) {
			return await this.send(this.refusal(), record, reply);
		}
		if (behaviour.delayMs > 0) await sleep(behaviour.delayMs);
		const fault = this.platform.takeFault(this.name, name);
		if (!fault) return await this.send(answer(record, request), record, reply);
		return await this.fail(fault, () => answer(record, request), record, reply);
	}

	private count(name: string, reply: FastifyReply): number {
		const { stats } = this.platform;
		const service = stats.services[this.name];
		const counted = [service, (stats.routes[name] ??= { inFlight: 0, maxInFlight: 0 })];
		for (const entry of counted) {
			entry.inFlight++;
			entry.maxInFlight = Math.max(entry.maxInFlight, entry.inFlight);
		}
		stats.requests++;
		stats.countsByRoute[name] = (stats.countsByRoute[name] ?? 0) + 1;
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

	private refusal(): Answer {
		const { overload, retryAfterSeconds } = this.platform.behaviour;
		this.platform.stats.overloads++;
		const headers: Record<string, string> =
			retryAfterSeconds > 0 ? { 'retry-after': String(retryAfterSeconds) } : {};
		const answer =
			overload === 'html403' ? htmlPage(403) : htmlPage(Number(overload), `<h1>${overload}</h1>`);
		return { ...answer, headers };
	}

	private async send(
		answer: Answer,
		record: RecordedRequest,
		reply: FastifyReply,
	): Promise<FastifyReply> {
		record.status = answer.status ?? 200;
		return await reply
			.code(record.status)
			.headers(answer.headers ?? {})
			.type(answer.contentType ?? JSON_TYPE)
			.send(bodyOf(answer));
	}

	private async fail(
		fault: Fault,
		work: () => Answer,
		record: RecordedRequest,
		reply: FastifyReply,
	): Promise<FastifyReply> {
		const when = fault.when ?? 'before';
		const answer = when === 'before' ? undefined : work();
		if (fault.delayMs) await sleep(fault.delayMs);
		if (fault.kind === 'delay') return await this.send(answer ?? work(), record, reply);
		if (fault.kind === 'hang') return reply.hijack();
		if (fault.kind !== 'cut') return await this.send(faultAnswer(fault), record, reply);
		reply.hijack();
		if (!answer || when === 'after') {
			reply.raw.destroy();
			return reply;
		}
		const body = Buffer.from(bodyOf(answer));
		reply.raw.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': body.length });
		reply.raw.write(body.subarray(0, Math.ceil(body.length / 2)), () => reply.raw.destroy());
		return reply;
	}
}
