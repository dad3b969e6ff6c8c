import './faults/time';
import axios from 'axios';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { CAMPAIGN_IDS, signatureFault, type Simulator } from '../../simulator';
import { loadPackage } from './engine';
import { askForCodes, credentialsFor, shown, useNewPlatforms } from './fixtures';
import { sendThroughHelper, SHAPES } from './requester';

const platform = useNewPlatforms();

type Options = IHttpRequestOptions & IDataObject;
type Credential = ICredentialDataDecryptedObject;
type Authenticate = (credential: Credential, options: object) => Promise<Options>;

async function authenticatorOf(type: string): Promise<Authenticate> {
	return (await loadPackage()).getCredential(type).type.authenticate as Authenticate;
}

/** Signs a request, as often as is told. */
async function sign(simulator: Simulator, options: object, times = 1, changes: Credential = {}) {
	const authenticate = await authenticatorOf('huaweiAiccAkSkApi');
	const credential = { ...credentialsFor(simulator).huaweiAiccAkSkApi, ...changes };
	let signed = options as Options;
	for (let count = 0; count < times; count++) signed = await authenticate(credential, signed);
	return signed;
}

/** Sends what was signed and not a byte else. */
async function send(options: Options) {
	return await axios.request({
		method: options.method,
		url: String(options.uri ?? options.url),
		headers: options.headers as Record<string, string>,
		data: options.body,
		transformRequest: [(data: unknown) => data],
		validateStatus: () => true,
		maxRedirects: 0,
		proxy: false,
	});
}

const OBS_CODES = '/rest/isales/v1/openapi/campaigns/{vdnId}/queryOBSResultCode';
const CALLS = '/rest/cmsapp/v2/openapi/vdn/querycalls';
const BATCHES = `/rest/isales/v1/openapi/campaigns/{vdnId}/callbatch/${CAMPAIGN_IDS.paused}/list`;
const PAGE = { pageNum: 1, pageSize: 50 };
const CALLS_BODY = {
	ccId: 1,
	vdn: 40,
	isCallIn: 'true',
	beginDate: '1000000000000',
	endDate: '9000000000000',
};

describe('the hosts that a signature is for', () => {
	const base = { baseUrl: 'https://isales.example:28443', ccfsBaseUrl: 'https://ccfs.example' };
	const signFor = async (url: string, changes: Credential = base) =>
		await sign(await platform(), { method: 'POST', url }, 1, changes);

	it.each([
		'https://isales.example:28443/a',
		'https://isales.example/a',
		'https://ccfs.example/a',
		'https://ccfs.example:8443/a',
	])('are those of the Base URL and the CC-FS Base URL: %s', async (url) => {
		expect((await signFor(url)).headers).toHaveProperty('Authorization');
	});

	it.each([
		'http://ccfs.example/a',
		'https://ccfs.example.org/a',
		'https://other.example/a',
		'https://ccfs.example@other.example/a',
	])('are no others: %s', async (url) => {
		await expect(signFor(url)).rejects.toThrow(/^This credential is for https:\/\/isales\.example/);
	});

	it('are one when there is no CC-FS Base URL', async () => {
		const alone = { ...base, ccfsBaseUrl: ' ' };
		await expect(signFor('https://ccfs.example/a', alone)).rejects.toThrow(/^This credential/);
	});
});

describe.each(Object.entries(SHAPES))('the AK/SK credential, asked by %s', (_, shape) => {
	describe.each([1, 2])('and signing %d times', (times) => {
		async function exchange(path: string, more: object) {
			const simulator = await platform();
			simulator.behaviour.ignoresUnknown = true;
			const options = await sign(simulator, shape(simulator.isalesUrl, path, more), times);
			const answer = await send(options);
			return { answer, options, request: simulator.requests[0] };
		}

		it('reads a list', async () => {
			const { answer, options } = await exchange(OBS_CODES, { method: 'GET', qs: PAGE });
			expect(answer.data).toMatchObject({ resultCode: '0200000', totalCount: 120 });
			const names = Object.keys(options.headers ?? {}).map((name) => name.toLowerCase());
			expect(names.sort()).toEqual(['accept', 'authorization', 'content-type']);
		});

		it.each<[string, object | string]>([
			['an object', CALLS_BODY],
			['a text', JSON.stringify(CALLS_BODY, null, '\t')],
			['bytes', Buffer.from(JSON.stringify(CALLS_BODY))],
			['text beyond ASCII', { ...CALLS_BODY, name: '外呼 ü 😀 \n "quoted" a=b&c' }],
		])('posts JSON given as %s', async (_given, body) => {
			const { answer, request } = await exchange(CALLS, { method: 'POST', body });
			expect(answer.data).toMatchObject({ resultCode: '0100000' });
			const isText = typeof body === 'string' || Buffer.isBuffer(body);
			expect(request?.body).toBe(isText ? String(body) : JSON.stringify(body));
		});

		it('sends nothing for an empty object, and signs nothing', async () => {
			const { answer, request } = await exchange(CALLS, { method: 'POST', body: {} });
			expect(request?.body).toBe('');
			expect(answer.status).toBe(400);
			expect(answer.data.message).toContain('not a JSON object');
		});

		it('signs the body of a GET, which n8n sends as a GET without a method', async () => {
			const body = { offset: 0, limit: 10 };
			const { answer, options, request } = await exchange(BATCHES, { method: 'GET', body });
			expect(answer.data).toMatchObject({ resultCode: '0200000', totalCount: 1 });
			expect(request).toMatchObject({ method: 'GET', body: JSON.stringify(body) });
			expect(options).not.toHaveProperty('method');
		});

		it.each([{}, ''])('has a GET with %j for a body sent without one', async (body) => {
			const more = { method: 'GET', qs: PAGE, body };
			const { answer, options, request } = await exchange(OBS_CODES, more);
			expect(answer.data.resultCode).toBe('0200000');
			expect(request?.body).toBe('');
			expect(options.method).toBe('GET');
		});

		it.each<[string, IDataObject, Record<string, string>]>([
			['blanks', { q: ' a  b ' }, { q: ' a  b ' }],
			['plus and percent', { q: '1+1=100%', r: '%2B' }, { q: '1+1=100%', r: '%2B' }],
			['separators', { 'a&b': 'c=d&e?f#g/h;i' }, { 'a&b': 'c=d&e?f#g/h;i' }],
			['text beyond ASCII', { 名: '外呼 é' }, { 名: '外呼 é' }],
			['marks', { q: "~-._*'()!" }, { q: "~-._*'()!" }],
			['lists', { ids: ['b', 'a'] }, { 'ids[0]': 'b', 'ids[1]': 'a' }],
			['objects', { a: { b: { c: 1 } } }, { 'a[b][c]': '1' }],
			['nothing', { a: '', b: null, c: undefined }, { a: '', b: '' }],
			['numbers and truth', { a: 0, b: false, c: 1e21 }, { a: '0', b: 'false', c: '1e+21' }],
			['names that differ in case', { b: '1', B: '2', a: '3' }, { b: '1', B: '2', a: '3' }],
		])('signs a query with %s', async (_case, extra, received) => {
			const qs = { ...PAGE, ...extra };
			const { answer, request } = await exchange(OBS_CODES, { method: 'GET', qs });
			expect(answer.data).toMatchObject({ resultCode: '0200000' });
			expect(request?.query).toEqual({ pageNum: '1', pageSize: '50', ...received });
		});

		it('signs a query that is in the address already', async () => {
			const path = `${OBS_CODES}?q=%E5%A4%96+x%2B1&pageSize=50&q=2`;
			const { answer, request } = await exchange(path, { method: 'GET', qs: { pageNum: 1 } });
			expect(answer.data).toMatchObject({ resultCode: '0200000' });
			expect(request?.query).toEqual({ q: ['外 x+1', '2'], pageSize: '50', pageNum: '1' });
		});

		it.each(['/rest/a b/外呼/%2F', "/rest/!'()*;:@&=+$,~", '/rest/x/'])(
			'signs the path as it is sent: %s',
			async (path) => {
				const simulator = await platform();
				const asked = shape(simulator.isalesUrl, path, { method: 'PUT', body: { a: 1 } });
				const options = await sign(simulator, asked, times);
				await send(options);
				const [request] = simulator.requests;
				const { pathname } = new URL(String(options.uri ?? options.url));
				expect(request?.path).toBe(pathname);
				const received = { ...request, target: request?.path } as never;
				expect(signatureFault(received, simulator.account, Date.now(), 60)).toBeUndefined();
			},
		);
	});

	const refusals: Array<[string, string, object, RegExp]> = [
		['a form', '', { method: 'POST', form: { a: 1 } }, /form cannot be signed/],
		['a form with files', '', { method: 'POST', formData: { a: 1 } }, /form cannot be signed/],
		['another host', 'http://other.example.com', {}, /This credential is for .* goes to/],
		['its host after an @', 'http://127.0.0.1@other.example.com', {}, /goes to/],
		['its host in a longer one', 'http://127.0.0.1.example.com', {}, /goes to/],
		['the same host with another scheme', 'https://127.0.0.1', {}, /goes to https:/],
	];
	it.each(refusals)('refuses %s', async (_case, base, more, words) => {
		const simulator = await platform();
		const options = shape(base || simulator.isalesUrl, CALLS, more);
		await expect(sign(simulator, options)).rejects.toThrow(words);
		expect(JSON.stringify(options)).not.toContain('auth-v2');
	});

	it('refuses to send a key without encryption that is meant for HTTPS', async () => {
		const simulator = await platform();
		const options = shape('http://10.0.0.1:28443', CALLS, { method: 'GET' });
		const signing = sign(simulator, options, 1, { baseUrl: 'https://10.0.0.1:28443' });
		await expect(signing).rejects.toThrow(/is for https:\/\/10.0.0.1, .* goes to http:/);
	});

	it('takes another port of the same host: CC-CMS has its own', async () => {
		const simulator = await platform();
		const options = shape(simulator.isalesUrl, CALLS, { method: 'POST', body: CALLS_BODY });
		const signed = await sign(simulator, options, 1, { baseUrl: 'http://127.0.0.1:1' });
		expect((await send(signed)).data.resultCode).toBe('0100000');
	});

	it.each([undefined, '', 0, 10_000, 'x'])('names a VDN ID that is missing: %p', async (vdnId) => {
		const simulator = await platform();
		const options = shape(simulator.isalesUrl, OBS_CODES, { method: 'GET' });
		await expect(sign(simulator, options, 1, { vdnId } as Credential)).rejects.toThrow(
			/VDN ID is missing/,
		);
	});

	it.each<[unknown, string]>([
		['40', '40'],
		[' 0040\u200b', '40'],
		['４０', '40'],
	])('reads the VDN ID %p as it is meant', async (vdnId, sent) => {
		const simulator = await platform();
		const options = shape(simulator.isalesUrl, OBS_CODES, { method: 'GET', qs: PAGE });
		const signed = await sign(simulator, options, 1, { vdnId } as Credential);
		expect(String(signed.uri ?? signed.url)).toContain(`/campaigns/${sent}/`);
	});

	it.each(['accessKey', 'secretKey'])('names a missing %s', async (field) => {
		const simulator = await platform();
		const options = shape(simulator.isalesUrl, CALLS, {});
		await expect(sign(simulator, options, 1, { [field]: '' })).rejects.toThrow(
			/no Access Key or no Secret Key/,
		);
	});
});

it('a new AK/SK credential has no VDN ID of somebody else', async () => {
	const { properties } = (await loadPackage()).getCredential('huaweiAiccAkSkApi').type;
	const vdnId = properties.find(({ name }) => name === 'vdnId');
	expect(vdnId).toMatchObject({ default: '', required: true });
});

it('the AK/SK credential says that its keys or the clock are wrong', async () => {
	const simulator = await platform();
	const { error } = await askForCodes(simulator, { secretKey: 'wrong-secret-key' });
	expect(error?.message).toContain('HTTP 401');
	expect(shown(error).description).toMatch(/Access Key and Secret Key/);
});

describe("through n8n's own helpers", () => {
	it.each(Object.keys(SHAPES) as Array<keyof typeof SHAPES>)(
		'the AK/SK credential works for %s',
		async (name) => {
			const simulator = await platform({ https: true });
			const helper =
				name === 'a declarative node'
					? 'httpRequestWithAuthentication'
					: 'requestWithAuthentication';
			const post = SHAPES[name](simulator.isalesUrl, CALLS, {
				method: 'POST',
				returnFullResponse: false,
				qs: { q: 'a b+外' },
				body: { ...CALLS_BODY, name: '外呼' },
			});
			const posted = await sendThroughHelper(simulator, helper, 'huaweiAiccAkSkApi', post);
			expect(posted.error).toBeUndefined();
			expect(posted.rows[0]?.resultCode).toBe('0100000');
			expect(simulator.requests[0]?.query).toEqual({ q: 'a b+外' });

			const get = SHAPES[name](simulator.isalesUrl, OBS_CODES, {
				method: 'GET',
				returnFullResponse: false,
				qs: PAGE,
				body: {},
			});
			const read = await sendThroughHelper(simulator, helper, 'huaweiAiccAkSkApi', get);
			expect(read.rows[0]).toMatchObject({ totalCount: 120 });

			const list = SHAPES[name](simulator.isalesUrl, BATCHES, {
				method: 'GET',
				returnFullResponse: false,
				body: { offset: 0, limit: 10 },
			});
			const listed = await sendThroughHelper(simulator, helper, 'huaweiAiccAkSkApi', list);
			expect(listed.rows[0]).toMatchObject({ totalCount: 1 });
		},
	);

	it('a request is signed afresh when n8n sends it a second time', async () => {
		const simulator = await platform();
		simulator.faults = [{ kind: 'status', status: 401, route: 'querycallsV2' }];
		const options = {
			url: `${simulator.isalesUrl}${CALLS}`,
			method: 'POST',
			qs: { q: 'a b' },
			body: CALLS_BODY,
		};
		const { rows, error } = await sendThroughHelper(
			simulator,
			'httpRequestWithAuthentication',
			'huaweiAiccAkSkApi',
			options,
		);
		expect(error).toBeUndefined();
		expect(rows[0]?.resultCode).toBe('0100000');
		expect(simulator.requests).toHaveLength(2);
	});
});
