import axios from 'axios';
import fastify, { type FastifyInstance } from 'fastify';
import { generate } from 'selfsigned';

import { CAMPAIGN_IDS } from '../../simulator';
import { useOutbound } from './simulatorOutboundClient';

const holder = useOutbound();

const { finished, empty } = CAMPAIGN_IDS;

/** Statuses of a receiver that are none. */
const CUT = 0;
const SILENCE = -1;

/** A customer's address, and what it got. */
interface Receiver {
	url: string;
	got: Array<{
		method: string;
		url: string;
		headers: Record<string, string | string[] | undefined>;
		body: unknown;
	}>;
}

const servers: FastifyInstance[] = [];
afterEach(async () => {
	for (const server of servers.splice(0)) await server.close();
});

/** @param statuses how it answers, one after the other; 200 after that */
async function receiver(statuses: number[] = [], isSecure = false): Promise<Receiver> {
	const got: Receiver['got'] = [];
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
	const shared = { forceCloseConnections: true } as const;
	const server = (
		isSecure ? fastify({ ...shared, https: { key, cert } }) : fastify(shared)
	) as FastifyInstance;
	servers.push(server);
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		done(null, body);
	});
	server.post('/webhook/a', async ({ method, url, headers, body }, reply) => {
		got.push({ method, url, headers, body });
		const status = statuses.shift() ?? 200;
		if (status > 0) return await reply.code(status).send('{"retCode":"0","retMsg":"success"}');
		reply.hijack();
		if (status === CUT) reply.raw.destroy();
		return reply;
	});
	const address = await server.listen({ host: '127.0.0.1', port: 0 });
	return { url: `${address}/webhook/a?b=c`, got };
}

const TAKEN = { status: 200, body: '{"retCode":"0","retMsg":"success"}' };

describe('pushing results', () => {
	it('sends the newest ones as a bare array, without a signature', async () => {
		const { url, got } = await receiver();
		const pushes = await holder.simulator.pushResults(url, { campaignId: finished, count: 3 });
		expect(pushes).toEqual([{ answers: [TAKEN], isTaken: true }]);
		expect(got).toHaveLength(1);
		const [{ method, url: path, headers, body } = {}] = got;
		expect({ method, path }).toEqual({ method: 'POST', path: '/webhook/a?b=c' });
		expect(headers).toMatchObject({ 'content-type': 'application/json;charset=UTF-8' });
		expect(headers).not.toHaveProperty('authorization');
		const newest = holder.simulator.data.callResults[finished]?.slice(-3) ?? [];
		expect(JSON.parse(String(body))).toEqual(
			newest.map((attempt) => ({
				campaignId: finished,
				sessionId: attempt.sessionId,
				called: attempt.called,
				callTimeStr: attempt.callTimeStr,
				callStatus: attempt.callStatus,
				failCode: attempt.failCode,
				vdnId: 40,
				callId: attempt.callId,
				customField: attempt.customField,
				recordPath: attempt.recordPath,
			})),
		);
	});

	it('sends others when the newest are left out', async () => {
		const { url, got } = await receiver();
		await holder.simulator.pushResults(url, { campaignId: finished, skip: 2 });
		const { callId } = holder.simulator.data.callResults[finished]?.at(-3) ?? {};
		expect(JSON.parse(String(got[0]?.body))).toEqual([expect.objectContaining({ callId })]);
	});

	it('sends what it is given, whatever that is', async () => {
		const { url, got } = await receiver();
		await holder.simulator.pushResults(url, { results: [{ callId: '1' }, 7], contentType: '' });
		expect(got[0]?.body).toBe('[{"callId":"1"},7]');
		expect(got[0]?.headers).not.toHaveProperty('content-type');
	});

	it('sends again although it was taken when that is wanted', async () => {
		const { url, got } = await receiver();
		const pushes = await holder.simulator.pushResults(url, { results: [1], repeats: 2 });
		expect(pushes).toHaveLength(3);
		expect(got.map(({ body }) => body)).toEqual(['[1]', '[1]', '[1]']);
	});

	it.each([500, 201, 204, 302, CUT])('sends once more at once after %d', async (status) => {
		const { url, got } = await receiver([status]);
		const [push] = await holder.simulator.pushResults(url, { results: [1] });
		expect(push?.answers).toEqual([expect.objectContaining({ status }), TAKEN]);
		expect(push?.isTaken).toBe(true);
		expect(got).toHaveLength(2);
	});

	it('gives up after two times', async () => {
		const { url, got } = await receiver([500, 500]);
		const [push] = await holder.simulator.pushResults(url, { results: [1] });
		expect(push?.answers.map(({ status }) => status)).toEqual([500, 500]);
		expect(push?.isTaken).toBe(false);
		expect(got).toHaveLength(2);
	});

	it.each([
		[0, 1],
		[1, 1],
		[4, 4],
		[9, 6],
	])('with at most %d pushes sends %d times', async (maxPushes, times) => {
		Object.assign(holder.simulator.behaviour, { maxPushes, repushDelayMs: 20 });
		const { url, got } = await receiver(Array.from({ length: 9 }, () => 500));
		const begun = Date.now();
		await holder.simulator.pushResults(url, { results: [1] });
		expect(got).toHaveLength(times);
		expect(Date.now() - begun).toBeGreaterThanOrEqual(Math.max(0, times - 2) * 18);
	});

	it('says when no answer came in time, or nobody listens', async () => {
		const { url } = await receiver([SILENCE, SILENCE]);
		const [late] = await holder.simulator.pushResults(url, { results: [1], timeoutMs: 60 });
		expect(late).toEqual({
			answers: Array(2).fill({ status: 0, body: '', error: expect.any(String) }),
			isTaken: false,
		});
		const [nobody] = await holder.simulator.pushResults('http://127.0.0.1:1/', { results: [1] });
		expect(nobody?.answers[0]?.error).toMatch(/ECONNREFUSED/);
	});

	it('takes a certificate that the receiver made', async () => {
		const { url, got } = await receiver([], true);
		const [push] = await holder.simulator.pushResults(url, { results: [1] });
		expect(push?.isTaken).toBe(true);
		expect(got).toHaveLength(1);
	});

	it('of a campaign without results is an error, and so is an address that is none', async () => {
		const push = async (url: string, campaignId: string) =>
			await holder.simulator.pushResults(url, { campaignId });
		await expect(push('http://127.0.0.1:1/', empty)).rejects.toThrow(/no such results/);
		await expect(push('nowhere', finished)).rejects.toThrow(/URL/);
	});
});

describe('another process', () => {
	const fabric = async (method: string, path: string, data?: unknown) =>
		await axios.request({
			method,
			url: `${holder.simulator.fabricUrl}/simulator${path}`,
			data,
			validateStatus: () => true,
			proxy: false,
		});

	it('can have results pushed', async () => {
		const { url, got } = await receiver();
		const answer = await fabric('POST', '/push-results', { url, campaignId: finished, count: 2 });
		expect(answer.data).toEqual([{ answers: [TAKEN], isTaken: true }]);
		expect(JSON.parse(String(got[0]?.body))).toHaveLength(2);
	});

	it.each([
		[{ campaignId: finished }, /URL/],
		[{ url: 'ftp://127.0.0.1/', results: [1] }, /rotocol/],
		[{ url: 'http://127.0.0.1:1/', campaignId: empty }, /no such results/],
		[undefined, /URL/],
	])('is told what is wrong with %j', async (body, text) => {
		const answer = await fabric('POST', '/push-results', body);
		expect(answer.status).toBe(400);
		expect(answer.data.message).toMatch(text);
	});

	it.each([
		'campaigns',
		'retryPolicies',
		'callData',
		'callDataHistory',
		'callResults',
		'blocklist',
	] as const)('reads and replaces %s, until a reset', async (name) => {
		const before = (await fabric('GET', `/data/${name}`)).data;
		expect(before).toEqual(holder.simulator.data[name]);
		const changed = Array.isArray(before) ? before.slice(0, 1) : { '1': [] };
		expect((await fabric('PUT', `/data/${name}`, changed)).data).toEqual({ done: true });
		expect(holder.simulator.data[name]).toEqual(changed);
		await fabric('POST', '/reset');
		const after = (await fabric('GET', `/data/${name}`)).data;
		expect(JSON.stringify(after).length).toBe(JSON.stringify(before).length);
	});
});
