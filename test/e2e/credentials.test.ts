import type { Browser, Page } from 'playwright-core';

import { launchBrowser, screenshotPath, signIn } from '../../scripts/browser';
import { runSync } from '../../scripts/n8n/examples';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { startSimulator } from '../../simulator';
import { startOtherServers } from './otherServers';

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;
let others: Awaited<ReturnType<typeof startOtherServers>>;

beforeAll(async () => {
	others = await startOtherServers();
	simulator = await startSimulator();
	n8n = await startFreshN8n('credentials', simulator);
});

beforeEach(() => simulator.reset());

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
	others?.stop();
});

type Name = keyof ReturnType<typeof simulatorCredentials>;

/** Presses "Test" of a credential whose fields were changed in the editor. */
async function testWith(which: Name, changes: Record<string, unknown>) {
	const credential = simulatorCredentials(simulator)[which];
	const saved = (await n8n.api.credentials()).find(({ name }) => name === credential.name);
	const data = { ...credential.data, ...changes };
	return await n8n.api.testCredential({ ...credential, id: saved?.id ?? '', data });
}

const BOTH = ['token', 'akSk'] as const;

/** What the tests of the credentials ask: one interface, or one of each signed product. */
const ASKED = { token: { route: 'queryAccessCodeList' }, akSk: { service: 'isales' } } as const;

describe.each(BOTH)('the test of the %s credential', (which) => {
	const baseUrlOf = () => simulatorCredentials(simulator)[which].data.baseUrl;

	it('turns green with the right keys', async () => {
		expect(await testWith(which, {})).toMatchObject({ status: 'OK' });
	});

	it('turns green with blanks and invisible characters around what was pasted', async () => {
		const { data } = simulatorCredentials(simulator)[which];
		const pasted = Object.fromEntries(
			Object.entries(data)
				.filter(([, value]) => typeof value === 'string' && value !== '')
				.filter(([name]) => name !== 'tokenSource')
				.map(([name, value]) => [name, `\ufeff ${String(value)}\u200b \u3000\n`]),
		);
		expect(await testWith(which, pasted)).toMatchObject({ status: 'OK' });
	});

	it.each<[string, () => Record<string, unknown>, RegExp[]]>([
		[
			'a self-signed certificate',
			() => ({ ignoreSslIssues: false }),
			[/certificate is not trusted/, /Ignore SSL Issues/],
		],
		[
			'a refused connection',
			() => ({ baseUrl: 'https://localhost:1' }),
			[/refused the connection/, /Base URL/],
		],
		[
			'an unknown host',
			() => ({ baseUrl: 'https://no-such-host.invalid' }),
			[/host name could not be resolved/, /Base URL/],
		],
		[
			'http for https',
			() => ({ baseUrl: baseUrlOf().replace('https:', 'http:') }),
			[/http:\/\/.*Try https:\/\//],
		],
		[
			'https for http',
			() => ({ baseUrl: `https://${others.page}` }),
			[/encrypted connection/, /HTTPS port/],
		],
		[
			'a path in the address',
			() => ({ baseUrl: `${baseUrlOf()}/rest` }),
			[/Base URL is not a usable address/, /scheme, host and port only/],
		],
		[
			'no scheme in the address',
			() => ({ baseUrl: baseUrlOf().replace('https://', '') }),
			[/Base URL is not a usable address/, /scheme, host and port only/],
		],
		['another page', () => ({ baseUrl: `http://${others.page}` }), [/Base URL/]],
	])('says what to do about %s', async (_case, changes, words) => {
		const { status, message } = await testWith(which, changes());
		expect(status).toBe('Error');
		for (const word of words) expect(message).toMatch(word);
		expect(message).not.toMatch(/\b(E[A-Z]{4,}|DEPTH_ZERO\w*)\b/);
	});

	it('says what to do about a server that does not answer', async () => {
		const { status, message } = await testWith(which, { baseUrl: `http://${others.silent}` });
		expect(status).toBe('Error');
		expect(message).toMatch(/did not answer in time/);
		expect(message).toMatch(/firewall/);
	});

	it.each<[number, RegExp]>([
		[401, which === 'token' ? /App Key/ : /Secret Key/],
		[403, /allow list/],
		[404, /Base URL/],
		[500, /HTTP 500/],
	])('says what to do about HTTP %d', async (status, words) => {
		simulator.faults = [{ kind: 'status', status, ...ASKED[which], times: 0 }];
		const result = await testWith(which, {});
		expect(result.status).toBe('Error');
		expect(result.message).toContain(`HTTP ${status}`);
		expect(result.message).toMatch(words);
	});
});

describe('the test of a credential', () => {
	it.each([
		['token', { appSecret: 'wrong' }, /App Key or App Secret/],
		['token', { appKey: '' }, /no App Key/],
		['token', { tokenBaseUrl: 'https://localhost:1' }, /refused the connection/],
		['akSk', { secretKey: 'wrong' }, /Secret Key/],
		['akSk', { accessKey: 'wrong' }, /Access Key/],
		['akSk', { accessKey: 'AK外' }, /Access Key has the character "外"/],
		['akSk', { vdnId: 41 }, /\(code \d+\)\. Check the VDN ID/],
		['akSk', { vdnId: '' }, /VDN ID is missing/],
		['akSk', { timeZone: 'Asia/Nowhere' }, /Time Zone .*: "Asia\/Nowhere"/],
	] as const)('of the %s API turns red with %j', async (which, changes, reason) => {
		const { status, message } = await testWith(which, changes);
		expect(status).toBe('Error');
		expect(message).toMatch(reason);
	});

	it('of the akSk API turns green when one product takes the keys, and names the others', async () => {
		simulator.faults = ['queryOBSResultCode', 'downloadRecord'].map((route) => ({
			kind: 'status',
			status: 404,
			route,
			times: 0,
		}));
		const { status, message } = await testWith('akSk', {});
		expect(status).toBe('OK');
		expect(message).toMatch(/CC-CMS.*CC-iSales: .*CC-FS: /);
	});

	it('of the akSk API asks CC-iSales in the language of the credential', async () => {
		const asked = async (changes: object) => {
			simulator.reset();
			expect(await testWith('akSk', { ...changes })).toMatchObject({ status: 'OK' });
			return simulator.requests
				.filter(({ headers }) => 'locale' in headers)
				.map(({ route, headers }) => [route, headers.locale]);
		};
		expect(await asked({ locale: 'zh_CN' })).toEqual([['queryOBSResultCode', 'zh_CN']]);
		expect(await asked({ locale: 'default' })).toEqual([]);
		expect(await asked({})).toEqual([]);
	});

	it('of the akSk API asks each product at its own address', async () => {
		const elsewhere = await startSimulator();
		const moved = { cmsBaseUrl: elsewhere.isalesUrl, ccfsBaseUrl: elsewhere.isalesUrl };
		expect(await testWith('akSk', moved)).toMatchObject({ status: 'OK' });
		const routes = ({ requests }: typeof simulator) => requests.map(({ route }) => route);
		await elsewhere.stop();
		expect(routes(simulator)).toEqual(['queryOBSResultCode']);
		expect(routes(elsewhere)).toEqual(['querycallsV2', 'downloadRecord']);
	});

	it.each(['', 'Bearer ', 'bearer\t', 'Authorization: Bearer '])(
		'takes an access token of the user after "%s", without an App Key',
		async (before) => {
			simulator.behaviour.appKeyOptional = true;
			const token = simulator.tokens.issue(simulator.account.appKey, 3600, Date.now());
			const own = { tokenSource: 'accessToken', appKey: '', staticAccessToken: before + token };
			expect(await testWith('token', own)).toMatchObject({ status: 'OK' });
		},
	);
});

describe("the editor's dialog", () => {
	/** n8n's editor is slow on a small machine, above all when it is opened for the first time. */
	const WAIT_MS = 60_000;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await launchBrowser();
		page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
		page.setDefaultTimeout(WAIT_MS);
		await signIn(page, n8n.url);
	});

	afterAll(async () => {
		await page?.screenshot({ path: screenshotPath('credentials-last') });
		await browser?.close();
	});

	async function openDialog(which: Name) {
		const { name } = simulatorCredentials(simulator)[which];
		const saved = (await n8n.api.credentials()).find((credential) => credential.name === name);
		await page.goto(`${n8n.url}/home/credentials/${saved?.id}`);
		const dialog = page.locator('[data-test-id="credential-edit-dialog"]');
		await dialog.getByText('Base URL').first().waitFor();
		return dialog;
	}

	it.each(BOTH)('tests the %s credential when it is opened', async (which) => {
		const dialog = await openDialog(which);
		await dialog.locator('[data-test-id="credentials-config-container-test-success"]').waitFor();
	});

	it("shows the platform's default language as chosen, and the others", async () => {
		const dialog = await openDialog('akSk');
		const language = dialog.locator('[data-test-id="parameter-input-locale"]');
		const shown = language.locator('input').first();
		await shown.scrollIntoViewIfNeeded();
		expect(await shown.inputValue()).toBe("Platform's Default");
		await shown.click();
		for (const name of ['Chinese', 'English']) {
			await page.locator('.el-select-dropdown:visible').getByText(name).first().waitFor();
		}
		await page.keyboard.press('Escape');
	});

	it.each(BOTH)('shows what to do when the %s credential does not work', async (which) => {
		simulator.faults = [{ kind: 'cut', ...ASKED[which], times: 0 }];
		const dialog = await openDialog(which);
		await dialog.getByText('More details').click();
		await dialog.getByText('The connection was cut').first().waitFor();
		expect(await dialog.innerText()).not.toContain('ECONNRESET');
	});
});

describe('secrets', () => {
	it('are not readable through the API of n8n, the stored token least of all', async () => {
		await runSync(n8n.api, n8n.workflowIds);
		const tokens = simulator.requests.flatMap(({ headers }) => {
			const bearer = /^Bearer (.+)$/.exec(String(headers.authorization ?? ''));
			return bearer?.[1] ? [bearer[1]] : [];
		});
		expect(tokens).not.toHaveLength(0);

		const { appSecret, secretKey } = simulator.account;
		for (const { id } of await n8n.api.credentials()) {
			const answer = JSON.stringify(
				await n8n.api.call('GET', `/rest/credentials/${id}?includeData=true`),
			);
			for (const secret of [...tokens, appSecret, secretKey]) expect(answer).not.toContain(secret);
		}
	});
});
