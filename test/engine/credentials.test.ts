/** What both credential types have in common. */
import type { INodeProperties } from 'n8n-workflow';

import { loadPackage } from './engine';
import { askForCodes, askForDevice, credentialsFor, shown, useNewPlatforms } from './fixtures';

const platform = useNewPlatforms();

describe.each([
	['huaweiAiccTokenApi', askForDevice],
	['huaweiAiccAkSkApi', askForCodes],
] as const)('%s', (type, ask) => {
	it.each([
		'',
		'service.besclouds.com',
		'ftp://service.besclouds.com',
		'https://service.besclouds.com/rest',
		'https://service.besclouds.com?x=1',
		'https://user:word@service.besclouds.com',
		'https://',
	])('names a Base URL that is not usable: "%s"', async (baseUrl) => {
		const simulator = await platform();
		const { error } = await ask(simulator, { baseUrl });
		expect(error?.message).toContain("The credential's Base URL is not a usable address");
		expect(shown(error).description).toContain('scheme, host and port only');
		expect(JSON.stringify(error)).not.toContain('user:word');
		expect(simulator.requests).toEqual([]);
	});

	it.each([
		['blanks and line ends', ' ', '\t\n '],
		['full-width blanks', '\u3000', '\u3000\u00a0'],
		['characters that nobody sees', '\ufeff\u200b', '\u200d\u00ad\u202c'],
	])('works with %s around every text', async (_case, before, after) => {
		const simulator = await platform();
		const texts = Object.entries(credentialsFor(simulator)[type]).filter(
			([, value]) => typeof value === 'string',
		);
		const pasted = texts.map(([name, value]) => [name, `${before}${String(value)}${after}`]);
		const { error, items } = await ask(simulator, Object.fromEntries(pasted));
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
	});

	it('takes an address in full-width characters as it is meant', async () => {
		const simulator = await platform();
		const { baseUrl } = credentialsFor(simulator)[type];
		const { error } = await ask(simulator, { baseUrl: String(baseUrl).replaceAll(':', '：') });
		expect(error).toBeUndefined();
	});

	it.each([
		['a letter that no key has', 'key外key', /has the character "外" \(U\+5916\) in it/],
		['a line end in it', 'key\nkey', /has a blank or line end \(U\+000A\) in it/],
	])('names a key with %s', async (_case, key, words) => {
		const simulator = await platform();
		const field = type === 'huaweiAiccTokenApi' ? 'tenantSpaceId' : 'accessKey';
		const { error } = await ask(simulator, { [field]: key });
		expect(error?.message).toMatch(words);
		expect(simulator.requests.filter(({ route }) => route !== 'tokenByAkSk')).toEqual([]);
	});

	it('trusts a self-signed certificate only when it is told to', async () => {
		const simulator = await platform({ https: true });
		const careful = await ask(simulator, { ignoreSslIssues: false });
		expect(careful.error?.message).toContain("The server's certificate is not trusted");
		expect(shown(careful.error).description).toContain('Ignore SSL Issues');
		expect(simulator.requests).toEqual([]);
		const careless = await ask(simulator, { ignoreSslIssues: true });
		expect(careless.error).toBeUndefined();
		expect(careless.items.length).toBeGreaterThan(0);
	});

	it('does not take the key along to another address', async () => {
		const [simulator, other] = [await platform(), await platform()];
		const headers = { location: `${other.fabricUrl}/elsewhere` };
		for (const route of ['getCalledInfo', 'queryOBSResultCode']) {
			simulator.faults.push({ kind: 'status', status: 302, headers, route, times: 0 });
		}
		const { error } = await ask(simulator);
		expect(error?.message).toContain('leads on to another address (HTTP 302)');
		expect(other.requests).toEqual([]);
	});

	it('leaves no secret in what n8n stores of an execution', async () => {
		const simulator = await platform();
		const { account } = simulator;
		const good = await ask(simulator);
		const token = String(good.saved.huaweiAiccTokenApi?.accessToken ?? account.secretKey);
		simulator.faults = [
			{
				kind: 'json',
				status: 400,
				times: 0,
				body: { message: `${account.appSecret} ${account.secretKey} ${token} Bearer ${token}` },
			},
		];
		const bad = await ask(simulator, good.saved[type]);
		expect(bad.error?.message).toContain('HTTP 400');
		for (const { stored } of [good, bad]) {
			expect(stored).not.toContain(token);
			expect(stored).not.toContain('auth-v2/');
			const secret = type === 'huaweiAiccTokenApi' ? account.appSecret : account.secretKey;
			expect(stored).not.toContain(secret);
		}
	});

	it('keeps every secret out of the API of n8n', async () => {
		const { properties } = (await loadPackage()).getCredential(type).type;
		const isBlanked = (name: string) => {
			const property = properties.find((candidate) => candidate.name === name) as INodeProperties;
			return property.typeOptions?.password === true;
		};
		const secrets = {
			huaweiAiccTokenApi: ['appSecret', 'staticAccessToken', 'accessToken', 'accessTokenExpiresAt'],
			huaweiAiccAkSkApi: ['secretKey'],
		};
		expect(secrets[type].filter((name) => !isBlanked(name))).toEqual([]);
		const hidden = properties.filter((property) => property.type === 'hidden');
		expect(hidden.filter(({ name }) => !isBlanked(name))).toEqual([]);
	});
});
