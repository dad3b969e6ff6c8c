import { launchBrowser, picturePath, signIn } from '../../scripts/browser';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { chain, node } from '../../scripts/n8n/workflow';
import { until } from '../../scripts/lib/until';
import { startSimulator } from '../../simulator';

/** The callback trigger in a real n8n that runs one execution at a time. */
const TRIGGER = 'Results';
const TYPE = 'n8n-nodes-huawei-aicc.huaweiAiccCallbackTrigger';
const SUCCESS = { retCode: '0', retMsg: 'success' };
const JSON_TYPE = { 'content-type': 'application/json' };

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshN8n('callback-trigger', simulator, {
		N8N_CONCURRENCY_PRODUCTION_LIMIT: '1',
	});
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

type Body = string | Uint8Array;
type Headers = Record<string, string>;

interface Answer {
	status: number;
	body: unknown;
	contentLength: string | null;
	milliseconds: number;
}

/** A workflow that results are pushed to. */
interface Target {
	id: string;
	/** What n8n makes up for the trigger's URL. */
	webhookId: string;
}

async function send(path: string, body: Body, headers: Headers): Promise<Answer> {
	const begin = performance.now();
	const response = await fetch(`${n8n.url}${path}`, { method: 'POST', body, headers });
	const text = await response.text();
	const milliseconds = performance.now() - begin;
	return {
		status: response.status,
		body: JSON.parse(text) as unknown,
		contentLength: response.headers.get('content-length'),
		milliseconds,
	};
}

async function push(target: Target, body: unknown, end = 'callbacks'): Promise<Answer> {
	const path = `/webhook/${target.webhookId}/${end}`;
	return await send(path, JSON.stringify(body), JSON_TYPE);
}

async function save(
	parameters: Record<string, unknown>,
	next = node('End', 'n8n-nodes-base.noOp', 1, {}, { position: [300, 0] }),
	credentials?: Record<string, { id: string; name: string }>,
): Promise<Target> {
	const trigger = node(TRIGGER, TYPE, 1, parameters, { credentials });
	const { id, nodes } = await n8n.api.saveWorkflow(chain('Outbound results', [trigger, next]));
	return { id, webhookId: String(nodes[0]?.webhookId) };
}

/** n8n says that a workflow is published before its URL works. */
async function untilReady(target: Target, end?: string): Promise<void> {
	await until('the trigger answers', async () => (await push(target, [], end)).status !== 404);
}

async function publish(...parameters: Parameters<typeof save>): Promise<Target> {
	const target = await save(...parameters);
	await n8n.api.activateWorkflow(target.id);
	await untilReady(target);
	return target;
}

async function gzip(text: string): Promise<Uint8Array> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What the editor's button does. */
async function listen({ id }: Target): Promise<unknown> {
	const triggerToStartFrom = { name: TRIGGER };
	return await n8n.api.call('POST', `/rest/workflows/${id}/run`, { triggerToStartFrom });
}

const results = (...callIds: unknown[]) => callIds.map((callId) => ({ callId }));

/** The call ids of each ended execution, once there are so many. */
async function executions({ id }: Target, count: number): Promise<unknown[][]> {
	await until(`${count} executions have ended`, async () => {
		return (await n8n.api.endedExecutions(id)).length >= count;
	});
	const ended = await n8n.api.endedExecutions(id);
	return ended.map(({ items }) => (items.End ?? []).map(({ callId }) => callId));
}

it('answers at once, however long executions take and wait for each other', async () => {
	const wait = { amount: 3, unit: 'seconds' };
	const target = await publish({}, node('End', 'n8n-nodes-base.wait', 1.1, wait));
	for (let call = 1; call <= 4; call++) {
		const answer = await push(target, results(call));
		const contentLength = String(JSON.stringify(SUCCESS).length);
		expect(answer).toMatchObject({ status: 200, body: SUCCESS, contentLength });
		expect(answer.milliseconds).toBeLessThan(1000);
	}
	expect(await n8n.api.endedExecutions(target.id)).toEqual([]);
	expect(await executions(target, 4)).toEqual([['1'], ['2'], ['3'], ['4']]);
});

it('drops repeats, also those that come at the same time or after a restart', async () => {
	const target = await publish({});
	await push(target, results('a', 'b'));
	const together = Array.from(Array(10), async () => await push(target, results('b', 'c')));
	for (const { status, body } of await Promise.all(together)) {
		expect([status, body]).toEqual([200, SUCCESS]);
	}
	// What has not ended when n8n ends is another matter.
	await executions(target, 2);
	await n8n.restart();
	await untilReady(target);
	await push(target, results('a', 'b', 'c', 'd'));
	expect(await executions(target, 3)).toEqual([['a', 'b'], ['c'], ['d']]);
});

it('takes what the platform pushes, and tells it so', async () => {
	const target = await publish({});
	const [campaign] = Object.entries(simulator.data.callResults);
	const [campaignId, calls = []] = campaign ?? [];
	const url = `${n8n.url}/webhook/${target.webhookId}/callbacks`;
	const pushes = await simulator.pushResults(url, { campaignId, count: 3, repeats: 1 });
	const taken = { answers: [{ status: 200, body: JSON.stringify(SUCCESS) }], isTaken: true };
	expect(pushes).toEqual([taken, taken]);
	await executions(target, 1);
	const [execution, ...others] = await n8n.api.endedExecutions(target.id);
	expect(others).toEqual([]);
	expect(execution?.items[TRIGGER]).toHaveLength(3);
	for (const [index, item] of (execution?.items[TRIGGER] ?? []).entries()) {
		expect(Object.keys(item)).toEqual(expect.arrayContaining(['campaignId', 'callId', 'called']));
		const { callStatusName, ...pushed } = item;
		expect(calls.slice(-3)[index]).toMatchObject(pushed);
		expect(callStatusName).toBe(item.callStatus === 5 ? 'failed' : 'successful');
	}
});

it("takes JSON that is none, in the form of the vendor's sample, whatever it says it is", async () => {
	const target = await save({ event: 'callConnected' });
	await n8n.api.activateWorkflow(target.id);
	const path = `/webhook/${target.webhookId}/callbacks`;
	const connected = (call: number) =>
		`{callSerialNo=${call}, serviceNo=, called=2, callData={"a":1}}`;
	await until(
		'the trigger answers',
		async () => (await send(path, '{}', JSON_TYPE)).status === 200,
	);
	const types = [
		'application/json',
		'application/json;charset=ISO-8859-1',
		'text/plain',
		'text/xml',
	];
	for (const [call, type] of types.entries()) {
		const answer = await send(path, connected(call), { 'content-type': type });
		expect([type, answer]).toMatchObject([type, { status: 200, body: SUCCESS }]);
	}
	const zipped = { ...JSON_TYPE, 'content-encoding': 'gzip' };
	expect(await send(path, await gzip(connected(9)), zipped)).toMatchObject({ status: 200 });
	expect(await send(path, 'no zip', zipped)).toMatchObject({ status: 400 });
	expect(await send(path, '{callSerialNo', JSON_TYPE)).toMatchObject({ status: 400 });
	await executions(target, types.length + 2);
	const ended = await n8n.api.endedExecutions(target.id);
	expect(ended.flatMap(({ items }) => items.End ?? []).slice(1)).toEqual(
		[...types.keys(), 9].map((call) => ({
			callSerialNo: String(call),
			serviceNo: '',
			called: '2',
			callData: '{"a":1}',
		})),
	);
});

describe('a file', () => {
	const publishWith = async (secretKey: string): Promise<Target> => {
		const { akSk } = simulatorCredentials(simulator);
		const name = `Keys ${secretKey}`;
		const data = { ...akSk.data, secretKey };
		const { id } = await n8n.api.saveCredential({ ...akSk, name, data });
		const credentials = { [akSk.type]: { id, name } };
		const target = await save({ event: 'fileReady' }, undefined, credentials);
		await n8n.api.activateWorkflow(target.id);
		await until('the trigger answers', async () => (await push(target, {})).status === 401);
		return target;
	};
	const pushFile = async (target: Target) => {
		const url = `${n8n.url}/webhook/${target.webhookId}/callbacks`;
		return await simulator.push('billFileReady', url);
	};

	it('that the platform signed starts the workflow, once', async () => {
		const target = await publishWith(simulator.account.secretKey);
		expect(await pushFile(target)).toMatchObject([{ isTaken: true }]);
		expect(await pushFile(target)).toMatchObject([{ isTaken: true }]);
		await executions(target, 1);
		const ended = await n8n.api.endedExecutions(target.id);
		expect(ended.map(({ items }) => items.End)).toMatchObject([
			[{ billFileName: expect.stringMatching(/\.zip$/) as unknown }],
		]);
	});

	it('that somebody else signed starts nothing', async () => {
		const target = await publishWith('another');
		simulator.behaviour.repushDelayMs = 1;
		const [pushed] = await pushFile(target);
		expect(pushed?.answers.map(({ status }) => status)).toEqual([401, 401]);
		expect(await n8n.api.executions(target.id)).toEqual([]);
	});
});

it('gives the editor a sample when somebody opens the Test URL', async () => {
	const target = await publish({ event: 'callReleased' });
	const path = `/${target.webhookId}/callbacks`;
	const open = async (kind: string) => (await fetch(`${n8n.url}/${kind}${path}`)).status;
	expect(await open('webhook-test')).toBe(404);
	expect(await listen(target)).toMatchObject({ waitingForWebhook: true });
	expect(await open('webhook-test')).toBe(200);
	expect(await open('webhook')).toBe(405);
	await executions(target, 1);
	const [execution] = await n8n.api.endedExecutions(target.id);
	expect(execution?.items.End).toMatchObject([{ callerNumber: '9000001', releaseReason: '0' }]);
});

describe('other bodies', () => {
	const RESULT = '[{"callId":9007199254740993,"customField":"客户"}]';
	let target: Target;
	const sendAs = async (body: Body, headers: Headers) =>
		await send(`/webhook/${target.webhookId}/callbacks`, body, headers);

	beforeAll(async () => {
		target = await publish({ options: { ignoreRepeats: false } });
	});

	it('are taken whatever they say they are', async () => {
		const types = [
			'application/json;charset=UTF-8',
			'text/json',
			'text/plain',
			'application/x-www-form-urlencoded',
			'application/octet-stream',
		];
		for (const type of types) {
			expect([type, await sendAs(RESULT, { 'content-type': type })]).toMatchObject([
				type,
				{ status: 200, body: SUCCESS },
			]);
		}
		// fetch names no content type for bytes.
		expect(await sendAs(Buffer.from(RESULT), {})).toMatchObject({ status: 200 });
		const zipped = { ...JSON_TYPE, 'content-encoding': 'gzip' };
		expect(await sendAs(await gzip(RESULT), zipped)).toMatchObject({ status: 200 });
		const count = types.length + 2;
		expect(await executions(target, count)).toEqual(Array(count).fill(['9007199254740993']));
	});

	it('are refused when they are no array of results', async () => {
		const before = (await n8n.api.executions(target.id)).length;
		for (const body of ['{"callId":"1"}', '["1"]', '[null,7]', '"text"', '']) {
			expect([body, await sendAs(body, JSON_TYPE)]).toMatchObject([
				body,
				{
					status: 400,
					body: { retCode: '400', retMsg: expect.stringMatching(/array/) as unknown },
				},
			]);
		}
		expect(await sendAs('text', { 'content-type': 'text/plain' })).toMatchObject({ status: 400 });
		// These are n8n's own answers: it reads such bodies before the trigger does, where the options
		// were written by hand.
		expect(await sendAs('[{', JSON_TYPE)).toMatchObject({ status: 422 });
		const unknownCharset = { 'content-type': 'text/plain; charset=ISO-8859-1' };
		expect(await sendAs(RESULT, unknownCharset)).toMatchObject({ status: 422 });
		expect(await n8n.api.executions(target.id)).toHaveLength(before);
	});
});

it('starts nothing for a URL without the secret', async () => {
	const target = await save({ secret: 's3cret-1' });
	await n8n.api.activateWorkflow(target.id);
	await untilReady(target, 'callbacks/s3cret-1');
	for (const end of ['callbacks', 'callbacks/', 'callbacks/other', 'callbacks/s3cret-1/more', '']) {
		expect([end, (await push(target, results('a'), end)).status]).toEqual([end, 404]);
	}
	await push(target, results('b'), 'callbacks/s3cret-1');
	expect(await executions(target, 1)).toEqual([['b']]);
});

it.each([
	[{ secret: 'a b' }, /Secret must be at most 64 letters, digits, - and _/],
	[{ options: { campaignIds: 'Spring offer' } }, /Campaign IDs has the letter S in it/],
	[{ options: { onlyFailed: '={{ "yes" }}' } }, /Only Failed .*neither true nor false/],
])('is not published with %j, and says why', async (parameters, message) => {
	const target = await save(parameters);
	await n8n.api.activateWorkflow(target.id);
	const publication = async () =>
		await n8n.api.call<{ status: string; triggers: unknown[] }>(
			'GET',
			`/rest/workflows/${target.id}/publication-status`,
		);
	await until('publishing has failed', async () => (await publication()).status === 'failed');
	const errorMessage = expect.stringMatching(message) as unknown;
	expect(await publication()).toMatchObject({ triggers: [{ errorMessage }] });
	expect(await push(target, results('a'))).toMatchObject({ status: 404 });
	await expect(listen(target)).rejects.toThrow(message);
});

it('gives a test event without taking it away from production', async () => {
	const target = await publish({});
	expect(await listen(target)).toMatchObject({ waitingForWebhook: true });
	const testPath = `/webhook-test/${target.webhookId}/callbacks`;
	const body = JSON.stringify(results('a'));
	expect(await send(testPath, '{}', JSON_TYPE)).toMatchObject({ status: 400 });
	expect(await send(testPath, body, JSON_TYPE)).toMatchObject({ status: 200, body: SUCCESS });
	expect(await executions(target, 1)).toEqual([['a']]);
	await push(target, results('a'));
	await push(target, results('a'));
	await push(target, results('b'));
	expect(await executions(target, 3)).toEqual([['a'], ['a'], ['b']]);
});

it('shows its URL, and what else there is to do', async () => {
	const { id, webhookId } = await save({ secret: 's3cret-1', options: { onlyFailed: true } });
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
		page.setDefaultTimeout(60_000);
		const byTestId = (name: string) => page.locator(`[data-test-id="${name}"]`);
		await signIn(page, n8n.url);
		await page.goto(`${n8n.url}/workflow/${id}`);
		await byTestId('canvas-node').filter({ hasText: TRIGGER }).dblclick();
		await page.getByText('Webhook URLs', { exact: true }).click();
		await page.getByText('Production URL', { exact: true }).click();
		await page.getByText(`${n8n.url}/webhook/${webhookId}/callbacks/s3cret-1`).waitFor();
		await page.getByText('on the address list for callbacks').waitFor();
		await page.screenshot({ path: picturePath('callback-trigger'), animations: 'disabled' });

		const wrong = page.getByText('The Secret cannot be part of a URL.');
		expect(await wrong.isVisible()).toBe(false);
		await byTestId('parameter-input-secret').locator('input').fill('a b');
		await wrong.waitFor();
	} finally {
		await browser.close();
	}
});
