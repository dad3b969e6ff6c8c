/** What the user sets under Settings > Request Options. */
import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import {
	askForDevice,
	credentialsFor,
	NODE,
	OPERATIONS,
	requestsOf,
	runnerFor,
	shown,
	useSimulator,
} from './fixtures';
import { runNode } from './engine';
import { startProxy } from './proxy';

const plain = useSimulator({ https: false });
const encrypted = useSimulator();

const withOptions = (requestOptions: INodeParameters): INodeParameters => ({
	...OPERATIONS.obsResultCodes,
	returnAll: false,
	requestOptions,
});

describe('Ignore SSL Issues', () => {
	/** Asks a server with a certificate of its own; the credential does not trust it. */
	async function ask(requestOptions: INodeParameters) {
		const credentials = credentialsFor(encrypted.simulator);
		credentials.huaweiAiccAkSkApi.ignoreSslIssues = false;
		return await runNode(NODE, { parameters: withOptions(requestOptions), credentials });
	}

	it('trusts any certificate', async () => {
		expect((await ask({ allowUnauthorizedCerts: true })).rows).toHaveLength(50);
	});

	it('is off unless it is switched on', async () => {
		expect((await ask({})).error?.message).toMatch(/^The server's certificate is not trusted/);
	});
});

describe('Batching', () => {
	it('begins with so many items, and waits before the next ones', async () => {
		const batching = { batch: { batchSize: 5, batchInterval: 400 } };
		const parameters = { ...OPERATIONS.calledDevice, requestOptions: { batching } };
		const items = Array.from({ length: 15 }, () => ({}));
		const { error, rows } = await runnerFor(plain)(parameters, { items });
		expect(error).toBeUndefined();
		expect(rows).toHaveLength(15);
		const times = requestsOf(plain.simulator, 'getCalledInfo').map(({ at }) => at);
		for (const index of [5, 10]) {
			expect((times[index] ?? 0) - (times[index - 1] ?? 0)).toBeGreaterThan(200);
		}
	});
});

describe('Proxy', () => {
	let proxy: Awaited<ReturnType<typeof startProxy>>;

	beforeAll(async () => {
		proxy = await startProxy();
	});
	afterAll(async () => await proxy.stop());

	it('takes the requests, with its own password', async () => {
		const { rows, error } = await runnerFor(plain)(
			withOptions({ proxy: `http://me:p%40ss@${proxy.address}` }),
		);
		expect(error).toBeUndefined();
		expect(rows).toHaveLength(50);
		expect(proxy.passed).toEqual([
			{
				url: expect.stringContaining(`${plain.simulator.isalesUrl}/rest/isales/`),
				authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
			},
		]);
	});

	it.each(['nonsense', '127.0.0.1', ':8080'])(
		'%s is refused before anything is sent',
		async (text) => {
			const { error } = await runnerFor(plain)(withOptions({ proxy: text }));
			expect(error?.message).toBe('Proxy is not an address [item 0]');
			expect(shown(error).description).toMatch(/http:\/\/host:port/);
			expect(plain.simulator.requests).toEqual([]);
		},
	);
});

describe('values that an option cannot have', () => {
	it.each([
		[{ timeout: '={{ {} }}' }, /^Timeout is not a whole number/],
		[{ timeout: '={{ ({ toString: 1 }) }}' }, /^Timeout is not a whole number/],
		[{ timeout: '={{ Object.fromEntries([["toString", 1]]) }}' }, /^Timeout is not a whole number/],
		[{ timeout: 'soon' }, /^Timeout is not a whole number in its range: "soon"/],
		[{ proxy: '={{ ({ toString: 1 }) }}' }, /^Proxy is neither text nor a number/],
		[{ proxy: 'http://\ud83d' }, /^Proxy has half a character/],
		[{ batching: { batch: { batchSize: '={{ [1] }}' } } }, /^Items per Batch is not a whole/],
		[
			{ batching: { batch: { batchInterval: '={{ ({ valueOf: 1 }) }}' } } },
			/^Batch Interval is not a whole/,
		],
		[{ allowUnauthorizedCerts: '={{ ({ toString: 1 }) }}' }, /^Ignore SSL Issues is neither true/],
	])('%j are named, and nothing is sent', async (requestOptions, message) => {
		const { error } = await runnerFor(plain)(withOptions(requestOptions as INodeParameters));
		expect(error?.message).toMatch(message);
		expect(shown(error).description).toMatch(/Settings > Request Options/);
		expect(plain.simulator.requests).toEqual([]);
	});
});

describe('a credential that may be used for some domains only', () => {
	it.each([
		['another one', 'aicc.example', /Domain not allowed/],
		['that of the Base URL', '127.0.0.1', undefined],
	])('%s', async (_, allowedDomains, message) => {
		const restriction = { allowedHttpRequestDomains: 'domains', allowedDomains };
		const { error } = await askForDevice(plain.simulator, restriction);
		if (message) expect(JSON.stringify(shown(error))).toMatch(message);
		else expect(error).toBeUndefined();
	});
});
