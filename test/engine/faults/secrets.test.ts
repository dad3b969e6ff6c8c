import { takeLogs } from './logs';
import './time';
import type { FastifyRequest } from 'fastify';
import type { INode } from 'n8n-workflow';
import type { RunResult } from '../engine';
import { errorIn, OPERATIONS } from '../fixtures';
import { run, usePlainSimulator } from './faults';
import { ODD_SECRET, startServer, type Conduct } from './oddServer';

const platform = usePlainSimulator();

/** Stop, go on, and go on at the error output. */
const MODES: Array<INode['onError']> = [undefined, 'continueRegularOutput', 'continueErrorOutput'];

/** Everything that came in a request, as a careless server would show it. */
function echoOf({ headers, body, url }: FastifyRequest): object {
	return { url, headers, body, secret: ODD_SECRET };
}

function inJson(status: number, code?: string): Conduct {
	return (request, reply) => {
		const text = JSON.stringify(echoOf(request));
		return reply.code(status).send({
			returnCode: code,
			retCode: code,
			resultCode: code,
			description: text,
			message: text,
			retMsg: text,
			resultDesc: text,
			...echoOf(request),
		});
	};
}

function inText(status: number, contentType: string, write = JSON.stringify): Conduct {
	return (request, reply) =>
		reply
			.code(status)
			.type(contentType)
			.send(write(echoOf(request)));
}

function inHtml(text: object): string {
	return `<html>${JSON.stringify(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</html>`;
}

function slashesEscaped(text: object): string {
	return `oops ${JSON.stringify(text).replaceAll('/', '\\/')}`;
}

const CONDUCTS: Array<[name: string, conduct: Conduct]> = [
	['HTTP 400 in JSON', inJson(400)],
	['HTTP 401 in JSON', inJson(401)],
	['HTTP 403 in JSON', inJson(403)],
	['HTTP 500 in JSON', inJson(500)],
	['HTTP 503 in JSON', inJson(503)],
	['HTTP 302', inJson(302)],
	['a failing result code', inJson(200, '102')],
	['no result code', inJson(200)],
	['HTML with HTTP 200', inText(200, 'text/html', inHtml)],
	['HTML with HTTP 403', inText(403, 'text/html', inHtml)],
	['text with HTTP 200', inText(200, 'text/plain', slashesEscaped)],
	[
		'a cut answer',
		(request, reply) => {
			const body = JSON.stringify(echoOf(request));
			reply.hijack();
			reply.raw.writeHead(200, { 'content-length': body.length + 5 });
			reply.raw.write(body, () => reply.raw.destroy());
			return reply;
		},
	],
	[
		'no HTTP',
		(request, reply) => {
			reply.hijack();
			request.raw.socket.end(JSON.stringify(echoOf(request)));
			return reply;
		},
	],
	[
		'a header that is no header',
		(request, reply) => {
			reply.hijack();
			const { authorization } = request.headers;
			request.raw.socket.end(`HTTP/1.1 200 OK\r\n${authorization}\r\nno colon\r\n\r\n{}`);
			return reply;
		},
	],
];

/** Answers that are none of failure, with the keys in their data. */
const GOOD: Conduct = (request, reply) =>
	reply.send({
		retCode: '0',
		retMsg: JSON.stringify(echoOf(request)),
		returnCode: '0',
		description: JSON.stringify(echoOf(request)),
		data: [echoOf(request)],
		result: { devType: 1, called: request.headers.authorization },
		resultCode: '0200000',
		returnObject: { dataIdList: [{ called: '13600000001', dataId: '1', ...echoOf(request) }] },
		obResult: { ...echoOf(request), resultMapList: [echoOf(request)] },
	});

beforeEach(() => takeLogs());

/** All that anybody could get to see of an execution, the stacks of its errors included. */
function seenOf({ stored, error, items }: RunResult): string {
	const errors = [error, ...items.map((item) => item.error)].filter(Boolean);
	const shown = errors.flatMap((shownError) => [
		String(shownError),
		shownError?.stack,
		shownError?.description,
		JSON.stringify(shownError),
		String(shownError?.cause),
	]);
	return [stored, JSON.stringify(items), ...shown, takeLogs()].join('\n');
}

function secretsOf(requests: FastifyRequest[]): string[] {
	const authorizations = requests.map(({ headers }) => String(headers.authorization ?? ''));
	const parts = authorizations.flatMap((text) => [text, text.split(/[ /]/).at(-1) ?? '']);
	return [ODD_SECRET, ...parts].filter((text) => text.length > 8);
}

it('what n8n logs is looked through', async () => {
	platform.simulator.faults = [{ kind: 'status', status: 400, route: 'queryfaultyuser' }];
	await run(platform.simulator, { parameters: OPERATIONS.faultCheck });
	expect(takeLogs()).toContain('HTTP 400');
});

describe.each([
	['a token', OPERATIONS.faultCheck],
	['a token for a look-up', OPERATIONS.calledDevice],
	['a signature', OPERATIONS.externalResult],
	['a signature for a change', OPERATIONS.callDataAdd],
])('a service that repeats what it was sent with %s', (_kind, parameters) => {
	describe.each(CONDUCTS)('in %s', (_name, conduct) => {
		const server = startServer(conduct);

		it.each(MODES)('shows no secret with onError %p', async (onError) => {
			const credentials = server.credentials();
			const result = await run(platform.simulator, { parameters, credentials, onError });
			expect(server.seen.length).toBeGreaterThan(0);
			const errors = result.outputs.flat().filter(errorIn);
			expect(onError ? errors.length : Number(Boolean(result.error))).toBe(1);
			const seen = seenOf(result);
			for (const secret of secretsOf(server.seen)) expect(seen).not.toContain(secret);
		});
	});

	describe('in a good answer', () => {
		const server = startServer(GOOD);

		it('shows no secret either', async () => {
			const credentials = server.credentials();
			const result = await run(platform.simulator, { parameters, credentials });
			expect(result.error).toBeUndefined();
			expect(result.rows).toHaveLength(1);
			const seen = seenOf(result);
			for (const secret of secretsOf(server.seen)) expect(seen).not.toContain(secret);
		});
	});
});

describe('a token interface that repeats what it was sent', () => {
	const bodies: Array<[name: string, status: number, isHtml: boolean]> = [
		['HTTP 200', 200, false],
		['HTTP 401', 401, false],
		['HTTP 403', 403, false],
		['HTML with HTTP 403', 403, true],
		['HTML with HTTP 200', 200, true],
		['HTTP 500', 500, false],
	];

	it.each(bodies)('in %s shows no secret', async (_name, status, isHtml) => {
		const { simulator } = platform;
		const { appKey, appSecret } = simulator.account;
		const echo = { appKey, appSecret, app_secret: appSecret, message: `Wrong: ${appSecret}` };
		simulator.faults = [
			{
				kind: isHtml ? 'html' : 'json',
				status,
				route: 'tokenByAkSk',
				times: 0,
				body: isHtml ? inHtml(echo) : echo,
			},
		];
		for (const onError of MODES) {
			const result = await run(simulator, { parameters: OPERATIONS.faultCheck, onError });
			const seen = seenOf(result);
			expect(seen).toContain('HTTP');
			expect(seen).not.toContain(appSecret);
		}
	});
});

describe('a credential that cannot be sent', () => {
	it.each([
		['appKey', 'line\r\nX-Break: 1'],
		['tenantSpaceId', 'line\nbreak'],
		['appSecret', 'a-secret\nwith-a-line-break'],
		['baseUrl', 'https://user:a-secret-password@127.0.0.1'],
		['baseUrl', 'https://127.0.0.1/a-secret-path?key=a-secret-password'],
	])('for its %s shows no secret', async (field, value) => {
		const { simulator } = platform;
		const { account, fabricUrl } = simulator;
		const huaweiAiccTokenApi = {
			baseUrl: fabricUrl,
			appKey: account.appKey,
			appSecret: account.appSecret,
			[field]: value,
		};
		const result = await run(simulator, {
			parameters: OPERATIONS.faultCheck,
			credentials: { huaweiAiccTokenApi },
		});
		expect(result.error).toBeDefined();
		const seen = seenOf(result);
		for (const secret of [account.appSecret, 'a-secret']) expect(seen).not.toContain(secret);
	});
});
