/** Passwords of agents: whatever the service repeats, nobody gets to see them. */
import { takeLogs } from './logs';
import './time';
import type { FastifyRequest } from 'fastify';
import type { INode, INodeParameters } from 'n8n-workflow';

import type { RunResult } from '../engine';
import { byId, errorIn } from '../fixtures';
import { parametersOf } from '../operationCases';
import { run, usePlainSimulator } from './faults';
import { startServer, type Conduct } from './oddServer';

const platform = usePlainSimulator();

const PASSWORD = 'Ex"am/ple#2026&é';
const OLD_PASSWORD = 'Old<Example>2025\\+';

/** An expression that gives a password and has not its text in it: n8n stores expressions. */
function hidden(password: string): string {
	return `={{ ${JSON.stringify([...password])}.join("") }}`;
}

const MODES: Array<INode['onError']> = [undefined, 'continueRegularOutput', 'continueErrorOutput'];

const OPERATIONS: Array<[name: string, parameters: INodeParameters]> = [
	['create', { ...parametersOf('agent/create'), password: hidden(PASSWORD) }],
	[
		'update',
		{
			...parametersOf('agent/update'),
			additionalFields: { oldPassWord: hidden(OLD_PASSWORD), newPassWord: hidden(PASSWORD) },
		},
	],
	[
		'update by JSON',
		{
			...parametersOf('agent/update'),
			additionalFields: {
				additionalJson: `={{ { sip: { sipPassword: ${JSON.stringify([...PASSWORD])}.join("") } } }}`,
			},
		},
	],
	[
		'getStatus',
		{
			...parametersOf('agent/getStatus'),
			accountCode: byId('agent001'),
			filters: { password: hidden(PASSWORD) },
		},
	],
];

function echoOf({ body }: FastifyRequest) {
	const sent = JSON.parse(String(body)) as object;
	return { ...sent, body, repeated: { ...sent }, list: [sent] };
}

function inJson(status: number, code: string): Conduct {
	return (request, reply) => {
		const text = `Wrong: ${String(request.body)}`;
		return reply.code(status).send({
			returnCode: code,
			resultCode: code,
			description: text,
			resultMessage: text,
			data: echoOf(request),
			...echoOf(request),
		});
	};
}

const CONDUCTS: Array<[name: string, conduct: Conduct]> = [
	['a failing code', inJson(200, '1')],
	['HTTP 400', inJson(400, '1')],
	['HTTP 500', inJson(500, '')],
	['HTML', (request, reply) => reply.type('text/html').send(`<p>${String(request.body)}</p>`)],
	[
		'a cut answer',
		(request, reply) => {
			const body = String(request.body);
			reply.hijack();
			reply.raw.writeHead(200, { 'content-length': body.length + 500 });
			reply.raw.write(body, () => reply.raw.destroy());
			return reply;
		},
	],
];

beforeEach(() => takeLogs());

/** All that anybody could get to see of an execution. */
function seenOf({ stored, error, items }: RunResult): string {
	const errors = [error, ...items.map((item) => item.error)].filter(Boolean);
	const shown = errors.flatMap((one) => [String(one), one?.stack, one?.description]);
	return [stored, JSON.stringify(items), ...shown, takeLogs()].join('\n');
}

/** A password as it is, and as JSON has it once and twice. */
function spellingsOf(password: string): string[] {
	const inJson = JSON.stringify(password).slice(1, -1);
	return [password, inJson, JSON.stringify(inJson).slice(1, -1)];
}

function expectNoPassword(result: RunResult): void {
	const seen = seenOf(result);
	for (const spelling of [PASSWORD, OLD_PASSWORD].flatMap(spellingsOf)) {
		expect(seen).not.toContain(spelling);
	}
}

describe.each(OPERATIONS)('the password of agent %s', (_operation, parameters) => {
	describe.each(CONDUCTS)('that comes back in %s', (_name, conduct) => {
		const server = startServer(conduct);

		it.each(MODES)('is not shown with onError %p', async (onError) => {
			const credentials = server.credentials();
			const result = await run(platform.simulator, { parameters, credentials, onError });
			expect(server.seen.length).toBeGreaterThan(0);
			expect(String(server.seen[0]?.body)).toContain(spellingsOf(PASSWORD)[1]);
			const errors = result.outputs.flat().filter(errorIn);
			expect(onError ? errors.length : Number(Boolean(result.error))).toBe(1);
			expectNoPassword(result);
		});
	});

	it('is not in an item', async () => {
		const server = platform.simulator;
		server.behaviour.ignoresUnknown = true;
		const result = await run(server, { parameters, onError: 'continueRegularOutput' });
		expectNoPassword(result);
	});
});

describe('a good answer that repeats a password', () => {
	const server = startServer((request, reply) =>
		reply.send({ returnCode: '0', description: 'ok', data: { workNo: '101', ...echoOf(request) } }),
	);

	it('is given out without it', async () => {
		const [, , , [, parameters] = ['', {}]] = OPERATIONS;
		const result = await run(platform.simulator, { parameters, credentials: server.credentials() });
		expect(result.rows).toMatchObject([
			{
				workNo: '101',
				password: '***',
				repeated: { password: '***' },
				list: [{ password: '***' }],
			},
		]);
		expectNoPassword(result);
	});
});

describe('a password that nobody has sent', () => {
	const agent = {
		userAccount: 'agent001',
		password: 'S3cret!',
		sipPwd: 12345,
		passwordExpires: 90,
	};
	const server = startServer((_request, reply) =>
		reply.send({ resultCode: '0', resultMessage: 'ok', total: 1, data: [agent] }),
	);

	it('is not in an item, however short it is', async () => {
		const parameters = parametersOf('agent/get');
		const { rows } = await run(platform.simulator, {
			parameters,
			credentials: server.credentials(),
		});
		expect(rows).toMatchObject([{ password: '***', sipPwd: '***', passwordExpires: 90 }]);
	});
});

describe('a password that cannot be one', () => {
	it.each([
		['a line break', 'Secret-1234\n', 'Password has a line break or another control character'],
		['half a character', 'Secret-1234\ud83d', 'Password has half a character in it'],
		['a list', ['Secret-1234'], 'Password is no text'],
	])('is refused without being shown: %s', async (_name, value, message) => {
		const parameters = { ...parametersOf('agent/create'), password: '={{ $json.value }}' };
		const { error } = await run(platform.simulator, { parameters, items: [{ value }] });
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(`${error?.message} ${error?.description} ${error?.stack}`).not.toContain('Secret');
		expect(platform.simulator.requests).toEqual([]);
	});

	it('does not show what is in Additional JSON', async () => {
		const additionalFields = { additionalJson: '{"sipPassword": "Secret-1234"' };
		const { error } = await run(platform.simulator, {
			parameters: { ...parametersOf('agent/create'), additionalFields },
		});
		expect(error?.message).toBe('Additional JSON is no JSON object [item 0]');
		expect(`${error?.message} ${error?.description} ${error?.stack}`).not.toContain('Secret');
	});
});
