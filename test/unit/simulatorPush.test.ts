import fastify, { type FastifyInstance } from 'fastify';

import { until } from '../../scripts/lib/until';
import { signatureFault, startSimulator, type Simulator } from '../../simulator';
import type { FilePush } from '../../simulator/callbacks/billFileReady';
import type { CallPush } from '../../simulator/fabric/shared/calls';

let simulator: Simulator;
let server: FastifyInstance;
let url: string;

/** What came, as it came. */
const got: Array<{ target: string; headers: Record<string, unknown>; body: string }> = [];

/** How the next pushes are answered; after that with success. */
const answers: Array<[status: number, body: string]> = [];

beforeAll(async () => {
	simulator = await startSimulator({ https: false });
	server = fastify({ forceCloseConnections: true });
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		done(null, body);
	});
	server.post('/a', async (request, reply) => {
		got.push({ target: request.url, headers: request.headers, body: String(request.body) });
		const [status, body] = answers.shift() ?? [200, '{"done":true}'];
		return await reply.code(status).send(body);
	});
	url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/a`;
});

afterAll(async () => {
	await server.close();
	await simulator.stop();
});

beforeEach(() => {
	simulator.reset();
	got.length = 0;
	answers.length = 0;
});

const CALLS = ['callConnected', 'callReleased', 'voiceNotificationReleased'];

const FILES = ['billFileReady', 'agentOprInfoFileReady'];

it.each(CALLS)(
	'%s is pushed of the call that was asked for last, or of another one',
	async (name) => {
		const taskType = name === 'voiceNotificationReleased' ? '3' : '1';
		const calls = simulator.data.madeCalls.filter((call) => call.taskType === taskType);
		const [first, last] = [calls[0], calls.at(-1)];
		await simulator.push(name, url);
		const asked: CallPush = { callSerialNo: first?.callSerialNo };
		expect(await simulator.push(name, url, asked)).toMatchObject([{ isTaken: true }]);
		expect(got.map(({ body }) => JSON.parse(body) as unknown)).toEqual(
			[last, first].map((call) =>
				expect.objectContaining({ callSerialNo: call?.callSerialNo, called: call?.called }),
			),
		);
	},
);

it.each(FILES)('%s is pushed with the name of the file', async (name) => {
	await simulator.push(name, url);
	const asked: FilePush = { responseId: '1-2' };
	await simulator.push(name, url, asked);
	const field = name === 'billFileReady' ? 'billFileName' : 'agentOprInfoFileName';
	expect(got.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
		{
			request: { version: '2.0' },
			msgBody: { [field]: expect.stringMatching(/\.zip$/) as unknown },
		},
		{ msgBody: { responseId: '1-2', [field]: '20260115_12.zip' } },
	]);
});

it.each(FILES)('%s is signed, each time anew', async (name) => {
	const { account } = simulator;
	await simulator.push(name, `${url}?b=c d&a`);
	const [{ target, headers, body } = { target: '', headers: {}, body: '' }] = got;
	const request = { method: 'POST', target, headers: headers as Record<string, string>, body };
	expect(signatureFault(request, account, Date.now(), 10)).toBeUndefined();
	expect(signatureFault({ ...request, body: `${body} ` }, account, Date.now(), 10)).toBe(
		'the signature does not match',
	);
});

it('a connected call can come in the form of the sample', async () => {
	const results = { callSerialNo: '7', called: '' };
	await simulator.push('callConnected', url, { results, printed: true });
	expect(got[0]?.body).toBe('{callSerialNo=7, called=}');
});

it.each([
	['callReleased', 500, '{}', 2],
	['callReleased', 200, '', 1],
	['billFileReady', 500, '{}', 2],
	['billFileReady', 200, '', 2],
])('%s that is answered %d and %j is sent %d times', async (name, status, body, times) => {
	simulator.behaviour.repushDelayMs = 20;
	answers.push([status, body]);
	expect(await simulator.push(name, url)).toMatchObject([{ isTaken: true }]);
	expect(got).toHaveLength(times);
});

describe('a repeat that is still to come', () => {
	it('does not come after a reset', async () => {
		answers.push([500, '{}']);
		const pushing = simulator.push('billFileReady', url);
		await until('it came', () => got.length === 1);
		simulator.reset();
		expect(await pushing).toMatchObject([{ answers: [{ status: 500 }], isTaken: false }]);
	});

	it('does not keep the platform from stopping', async () => {
		const other = await startSimulator({ https: false });
		answers.push([500, '{}']);
		const pushing = other.push('billFileReady', url);
		await until('it came', () => got.length === 1);
		await other.stop();
		expect(await pushing).toMatchObject([{ answers: [{ status: 500 }], isTaken: false }]);
		expect(got).toHaveLength(1);
	});
});
