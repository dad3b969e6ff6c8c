/** What the test of an AK/SK credential says for each kind of answer, and whom it asks. */
import '../engine/faults/time';
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { testAkSkCredential } from '../../aicc/connectionTest';

const CREDENTIAL = {
	baseUrl: 'https://aicc.example',
	accessKey: 'KEY',
	secretKey: ['odd', 'key', '0123456789'].join('-'),
	vdnId: 9,
};

type Product = 'isales' | 'cms' | 'ccfs';
type Given = [status: number, body: string];

/** What a product answers that takes the keys. */
const RIGHT: Record<Product, Given> = {
	isales: [200, '{"resultCode":"0200000","obsCodes":[]}'],
	cms: [200, '{"resultCode":"0100000","resultDesc":{"data":null,"count":0}}'],
	ccfs: [200, '{"resultCode":"0300012","resultDesc":"No data found"}'],
};

const WRONG_VDN: Given = [200, '{"resultCode":"0200001","resultDesc":"No such VDN"}'];
const NO_PERMISSION: Given = [200, '{"resultCode":"0101003","resultDesc":"No permission"}'];

const PATHS: Array<[path: RegExp, product: Product]> = [
	[/^\/rest\/isales\//, 'isales'],
	[/^\/rest\/cmsapp\//, 'cms'],
	[/^\/CCFS\//, 'ccfs'],
];

/** Tests a credential; a product that is not named has no interface at its address. */
async function tested(answers: Partial<Record<Product, Given>>, changes: object = {}) {
	const asked: Product[] = [];
	const hosts: Record<string, string> = {};
	const bodies: Record<string, string> = {};
	const locales: Partial<Record<Product, unknown>> = {};
	const send = async (options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> => {
		const { host, pathname } = new URL(options.url);
		const product = PATHS.find(([path]) => path.test(pathname))?.[1];
		if (!product) throw new Error(`Nobody is asked at ${pathname}`);
		asked.push(product);
		hosts[product] = host;
		bodies[product] = String(options.body);
		locales[product] = options.headers?.locale;
		const [statusCode, body] = answers[product] ?? [404, '{"message":"Not Found"}'];
		return { statusCode, headers: {}, body };
	};
	const result = await testAkSkCredential({ ...CREDENTIAL, ...changes }, send);
	return { ...result, asked, hosts, bodies, locales };
}

describe('all three products', () => {
	it('are asked, each where it is', async () => {
		const addresses = {
			cmsBaseUrl: 'https://cms.example:28443',
			ccfsBaseUrl: 'https://files.example',
		};
		const { status, message, hosts } = await tested(RIGHT, addresses);
		expect({ status, message }).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(hosts).toEqual({
			isales: 'aicc.example',
			cms: 'cms.example:28443',
			ccfs: 'files.example',
		});
	});

	it('are asked at the Base URL without addresses of their own, with VDN and call centre', async () => {
		const { hosts, bodies } = await tested(RIGHT, { ccId: 7 });
		expect(new Set(Object.values(hosts))).toEqual(new Set(['aicc.example']));
		expect(JSON.parse(bodies.cms ?? '')).toMatchObject({ ccId: 7, vdn: 9, limit: 1 });
		expect(JSON.parse(bodies.ccfs ?? '')).toMatchObject({ msgBody: { ccId: '7' } });
	});

	it('are asked in the language of the credential where they have that', async () => {
		const { locales } = await tested(RIGHT, { locale: 'zh_CN' });
		expect(locales).toEqual({ isales: 'zh_CN', cms: undefined, ccfs: undefined });
		const { locales: none } = await tested(RIGHT);
		expect(none.isales).toBeUndefined();
	});

	it('need a credential whose fields are all usable', async () => {
		for (const changes of [
			{ cmsBaseUrl: 'cms' },
			{ ccfsBaseUrl: 'https://files.example/path' },
			{ ccId: 70_000 },
			{ timeZone: 'Asia/Nowhere' },
			{ locale: 'fr_FR' },
			{ vdnId: '' },
			{ secretKey: '' },
		]) {
			const { status, asked } = await tested(RIGHT, changes);
			expect([changes, status, asked]).toEqual([changes, 'Error', []]);
		}
	});
});

describe('one product is enough', () => {
	it.each<[name: string, product: Product, others: RegExp[]]>([
		['CC-iSales', 'isales', [/CC-CMS: .*404/, /CC-FS: .*404/]],
		['CC-CMS', 'cms', [/CC-iSales: .*404/, /CC-FS: .*404/]],
		['CC-FS', 'ccfs', [/CC-iSales: .*404/, /CC-CMS: .*404/]],
	])('%s, and it says which do not take the keys', async (name, product, others) => {
		const { status, message } = await tested({ [product]: RIGHT[product] });
		expect(status).toBe('OK');
		expect(message).toContain(`Connection successful with ${name}!`);
		for (const other of others) expect(message).toMatch(other);
	});

	it('none is not', async () => {
		const { status, message } = await tested({});
		expect(status).toBe('Error');
		expect(message).toMatch(/CC-iSales: .*CC-CMS: .*CC-FS: /);
	});
});

describe('CC-FS, which locks addresses', () => {
	it.each<[string, Given]>([
		['HTTP 401', [401, '{"message":"Unauthorized"}']],
		['HTTP 403', [403, '{"message":"Forbidden"}']],
		['a firewall', [403, '<html>']],
	])('is not asked with keys that got %s elsewhere', async (_, refusal) => {
		for (const answers of [
			{ ...RIGHT, isales: refusal },
			{ ...RIGHT, cms: refusal },
		]) {
			const { status, message, asked } = await tested(answers);
			expect(status).toBe('OK');
			expect(asked).not.toContain('ccfs');
			expect(message).toMatch(/CC-FS was not asked/);
		}
	});

	it('is asked once, whatever it says', async () => {
		const { status, message, asked } = await tested({
			...RIGHT,
			ccfs: [403, '{"status":403,"error":"Forbidden","message":"No message available"}'],
		});
		expect(status).toBe('OK');
		expect(message).toMatch(/CC-FS: .*locked/);
		expect(asked.filter((product) => product === 'ccfs')).toHaveLength(1);
	});

	it('has taken the keys when it complains of the call only', async () => {
		const { message } = await tested({
			...RIGHT,
			ccfs: [200, '{"resultCode":"0300028","resultDesc":"Parameter error"}'],
		});
		expect(message).toBe('Connection successful!');
	});

	it('says why it was not asked only where that is so', async () => {
		const { message, asked } = await tested({ isales: WRONG_VDN });
		expect(asked).toContain('ccfs');
		expect(message).not.toMatch(/was not asked/);
	});

	it.each<[string, Partial<Record<Product, Given>>]>([
		['CC-iSales alone', { isales: WRONG_VDN }],
		['CC-CMS alone', { cms: [200, '{"resultCode":"0100002","resultDesc":"No such VDN"}'] }],
		['both', { isales: WRONG_VDN, cms: [400, '{"error":"Bad Request"}'] }],
	])('does not outvote %s, saying that the VDN is wrong', async (_, others) => {
		const { status, message } = await tested({ ...others, ccfs: RIGHT.ccfs });
		expect(status).toBe('Error');
		expect(message).toMatch(/Check the VDN ID/);
		expect(message).toMatch(/CC-FS takes the keys, but it is asked without the VDN ID/);
	});

	it.each<[string, Partial<Record<Product, Given>>, RegExp]>([
		[
			'a permission is missing',
			{ cms: NO_PERMISSION },
			/CC-CMS: .*let your keys use this interface/,
		],
		[
			'something went wrong in them',
			{ isales: [200, '{"resultCode":"0299999","resultDesc":"Not open"}'], cms: NO_PERMISSION },
			/CC-iSales: .*Not open.*CC-CMS: /,
		],
	])('is enough when the others say that %s', async (_, others, words) => {
		const { status, message } = await tested({ ...others, ccfs: RIGHT.ccfs });
		expect(status).toBe('OK');
		expect(message).toMatch(/^Connection successful with CC-FS!/);
		expect(message).toMatch(words);
	});
});

it('waits once only for an address that cannot be reached', async () => {
	let asked = 0;
	const { status, message } = await testAkSkCredential(CREDENTIAL, async () => {
		asked++;
		throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
	});
	expect(status).toBe('Error');
	expect(message).toMatch(/^CC-iSales, CC-CMS, CC-FS: The server refused the connection/);
	expect(asked).toBe(1);
});

it.each<[string, Given]>([
	['a code', WRONG_VDN],
	['HTTP 400', [400, '{"error":"Bad Request"}']],
])('names the VDN ID after %s', async (_, given) => {
	expect((await tested({ isales: given })).message).toMatch(/Check the VDN ID/);
});

it.each<[string, Given, RegExp]>([
	['a firewall that wants a host name', [418, ''], /host name/],
	['a server that failed', [500, '<html>'], /HTTP 500/],
	['a page', [200, '<html>'], /Base URL/],
	['a firewall', [403, '<html>'], /allow list/],
])('does not blame the VDN ID for %s', async (_, given, advice) => {
	const { message } = await tested({ isales: given, cms: given, ccfs: given });
	expect(message).toMatch(advice);
	expect(message).not.toMatch(/VDN ID:/);
});

it('asks again when it was one too many, but not for long', async () => {
	const [good, busy] = [RIGHT.isales, [403, '<html>'] as Given].map(
		([statusCode, body]): IN8nHttpFullResponse => ({ statusCode, headers: {}, body }),
	) as [IN8nHttpFullResponse, IN8nHttpFullResponse];
	const answers = [busy, busy, good];
	const result = await testAkSkCredential(CREDENTIAL, async () => answers.shift() ?? busy);
	expect(result.status).toBe('OK');

	let asked = 0;
	const refused = await testAkSkCredential(CREDENTIAL, async () => {
		asked++;
		return busy;
	});
	expect(refused.status).toBe('Error');
	// Of each of the two products that are asked.
	expect(asked).toBe(8);
});
