import type { Browser, Locator, Page } from 'playwright-core';

import { launchBrowser, picturePath, screenshotPath, signIn } from '../../scripts/browser';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { startSimulator } from '../../simulator';
import { panelEntries, type PanelEntry } from './panelEntries';

/** n8n's editor is slow on a small machine, above all when it is opened for the first time. */
const WAIT_MS = 60_000;

/** What people call what the nodes are for. */
const WORDS = [
	...[
		'huawei',
		'aicc',
		'call center',
		'contact centre',
		'hotline',
		'campaign',
		'outbound',
		'fault',
	],
	...['blocklist', 'blacklist', 'do not call', 'dnc', 'recording', 'mass fault', 'telemarketing'],
	...['predictive dialer', '华为', '外呼', '客服'],
];

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshN8n('editor', simulator);
	browser = await launchBrowser();
	page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
	page.setDefaultTimeout(WAIT_MS);
});

afterAll(async () => {
	await page?.screenshot({ path: screenshotPath('editor-last') });
	await browser?.close();
	await n8n?.stop();
	await simulator?.stop();
});

/** An element by the name that n8n gives it for tests. */
function byTestId(id: string): Locator {
	return page.locator(`[data-test-id="${id}"]`);
}

/** The current value of a drop-down of the node. */
async function selected(parameter: string): Promise<string> {
	return await byTestId(`parameter-input-${parameter}`).locator('input').first().inputValue();
}

/** Chooses an entry of a drop-down of the node. */
async function choose(parameter: string, entry: string): Promise<void> {
	await byTestId(`parameter-input-${parameter}`).locator('input').first().click();
	const entries = page.locator('[data-test-id="parameter-input-item"]:visible');
	await entries.filter({ has: page.getByText(entry, { exact: true }) }).click();
}

/** Waits until the node asks for this type of credential and for no other. */
async function credentialIs(displayName: string): Promise<void> {
	const label = byTestId('credentials-label');
	await label.filter({ hasText: `Credential for ${displayName}` }).waitFor();
	expect(await label.count()).toBe(1);
}

async function fill(parameter: string, text: string): Promise<void> {
	await byTestId(`parameter-input-${parameter}`).locator('input, textarea').first().fill(text);
}

async function open(example: string): Promise<void> {
	await page.goto(`${n8n.url}/workflow/${n8n.workflowIds[example]}`);
	await byTestId('canvas-node').first().waitFor();
}

/** Searches the nodes panel, as the plus button on the canvas opens it. */
async function search(words: string): Promise<Locator> {
	const panel = byTestId('node-creator');
	if (!(await panel.isVisible())) await byTestId('node-creator-plus-button').first().click();
	// Nothing is left on the screen of an earlier search.
	await byTestId('node-creator-search-bar').fill('no node has such a name');
	await byTestId('node-creator-no-results').waitFor();
	await byTestId('node-creator-search-bar').fill(words);
	return panel.getByText('Huawei AICC', { exact: true }).first();
}

async function addAction(action: string): Promise<void> {
	await (await search('huawei aicc')).click();
	await byTestId('node-creator').getByText(action, { exact: true }).click();
	await byTestId('parameter-input-resource').waitFor();
}

beforeAll(async () => {
	await signIn(page, n8n.url);
});

it('shows the node as its resource demands, and executes it', async () => {
	await open('sync-hotlines-and-result-codes.json');
	const node = byTestId('canvas-node').filter({ hasText: 'Get all access codes' });
	await node.getByText('Get many access codes').waitFor();
	await page.screenshot({ path: picturePath('workflow'), animations: 'disabled' });
	await node.dblclick();

	await byTestId('parameter-input-resource').waitFor();
	expect(await selected('resource')).toBe('Access Code');
	await credentialIs('Huawei AICC Token API');

	await choose('resource', 'OBS Result Code');
	await credentialIs('Huawei AICC AK/SK API');
	expect(await selected('resource')).toBe('OBS Result Code');

	await choose('resource', 'Access Code');
	await credentialIs('Huawei AICC Token API');
	expect(await selected('resource')).toBe('Access Code');

	await byTestId('node-execute-button').click();
	const output = byTestId('output-panel');
	const first = simulator.data.accessCodes[0];
	await output.getByText(String(first?.accessCode)).first().waitFor();
	await page.screenshot({ path: picturePath('output'), animations: 'disabled' });
});

it('comes up in the nodes panel for the words that people use', async () => {
	await open('called-number-router.json');
	for (const words of WORDS) await (await search(words)).waitFor();
});

it('adds an action with resource, operation and credential ready', async () => {
	await (await search('huawei aicc')).click();
	await byTestId('node-creator').getByText('Check fault user', { exact: true }).waitFor();
	await page.screenshot({ path: screenshotPath('actions') });
	await byTestId('node-creator').getByText('Check fault user', { exact: true }).click();
	await byTestId('parameter-input-resource').waitFor();
	expect(await selected('resource')).toBe('Fault User');
	expect(await selected('operation')).toBe('Check');
	await credentialIs('Huawei AICC Token API');
});

it('says what is wrong with a field, and what to do about it', async () => {
	await open('called-number-router.json');
	await addAction('Get called device');
	await fill('callerNumber', '8888888');
	await fill('calledNumber', '6'.repeat(33));
	await byTestId('node-execute-button').click();
	const output = byTestId('output-panel');
	await output.getByText('Called Number has 33 characters').first().waitFor();
	await output.getByText('Enter at most 32 characters.').first().waitFor();
	await page.screenshot({ path: picturePath('error'), animations: 'disabled' });
});

it("offers the tenant's own external results, and gets the chosen one", async () => {
	await open('outbound-results-explained.json');
	await addAction('Get external result');
	const field = byTestId('parameter-input-externalResultId');
	await field.locator('input').last().click();
	const chosen = simulator.data.externalResults[3];
	await page.getByPlaceholder('Search...').last().fill(String(chosen?.displayResult));
	const entry = page.getByText(`${chosen?.displayResult} (${chosen?.defId})`);
	await entry.first().waitFor();
	await page.screenshot({ path: picturePath('drop-down'), animations: 'disabled' });
	await entry.first().click();
	await byTestId('node-execute-button').click();
	await byTestId('output-panel').getByText(String(chosen?.failCodes[0])).first().waitFor();
});

it("offers the tenant's own campaigns, and fills the chosen one", async () => {
	await open('outbound-results-explained.json');
	await addAction('Add number to campaign');
	await credentialIs('Huawei AICC AK/SK API');
	await byTestId('parameter-input-campaignId').locator('input').last().click();
	const [chosen] = simulator.data.campaigns;
	await page.getByPlaceholder('Search...').last().fill('running and empty');
	await page.getByText(`${chosen?.name} (running, ${chosen?.id})`).first().click();
	await fill('calledNumber', '13600000001');
	await byTestId('node-execute-button').click();
	const output = byTestId('output-panel');
	await output.getByText('dataId').first().waitFor();
	await page.screenshot({ path: picturePath('call-data'), animations: 'disabled' });
	const [record] = simulator.data.callData[String(chosen?.id)] ?? [];
	expect(record?.called).toBe('13600000001');
	await output.getByText(String(record?.dataId)).first().waitFor();
});

it('says in a drop-down what to do when its list does not come', async () => {
	simulator.faults = [{ kind: 'status', status: 403, service: 'isales', times: 0 }];
	await open('outbound-results-explained.json');
	await addAction('Add number to campaign');
	await byTestId('parameter-input-campaignId').locator('input').last().click();
	const shown = byTestId('rlc-error-container');
	await shown.getByText('HTTP 403').waitFor();
	await page.screenshot({ path: screenshotPath('drop-down-error'), animations: 'disabled' });
	simulator.faults = [];
	expect(await shown.innerText()).toMatch(/Check the keys in the credential/);
});

it('offers the OBS result codes for a new external result', async () => {
	await open('outbound-results-explained.json');
	await addAction('Create external result');
	await fill('displayResult', 'Call me later');
	await byTestId('parameter-input-obsCodes').locator('.el-select__input').click();
	await page.getByText('00603: The called party does not answer the call.').last().click();
	await page.keyboard.press('Escape');
	await byTestId('parameter-input-obsCodes').getByText('00603').first().waitFor();
});

describe('every entry of the nodes panel', () => {
	const entries = panelEntries();

	/** How long a heading of the panel may take to open. */
	const OPENING_MS = 2000;

	/** How often a heading is clicked before its entry is not there. */
	const OPENINGS = 5;

	/** With each node the editor takes longer to add the next one. */
	const NODES_OF_A_WORKFLOW = 15;

	/** Adds a node as a person does: the plus button, the search, the node, the entry. */
	async function add({ node, action }: PanelEntry): Promise<void> {
		const panel = byTestId('node-creator');
		await byTestId('node-creator-plus-button').first().click();
		await byTestId('node-creator-search-bar').fill(node);
		await panel.getByText(node, { exact: true }).first().click();
		if (action) {
			const heading = panel.getByText(new RegExp(`^${action.heading} \\(`));
			const entry = panel.getByText(action.words, { exact: true });
			await heading.waitFor();
			for (let times = 1; !(await entry.isVisible()); times++) {
				if (times > OPENINGS) throw new Error(`The panel has no entry ${action.words}`);
				await heading.click();
				await entry.waitFor({ timeout: OPENING_MS }).catch(() => {});
			}
			await entry.click();
		} else {
			await panel.getByRole('button', { name: 'Add to workflow' }).click();
		}
		await byTestId('node-parameters').waitFor();
	}

	/** Whatever of an entry's form is not on the screen as it must be. */
	async function faults({ labels, shown, hidden, chosen }: PanelEntry): Promise<string[]> {
		const form = byTestId('node-parameters');
		const names = await form
			.locator('[data-test-id^="parameter-input-"]:visible')
			.evaluateAll((elements: Array<{ getAttribute: (name: string) => string | null }>) =>
				elements.map((element) => element.getAttribute('data-test-id')),
			);
		const isThere = (name: string) => names.includes(`parameter-input-${name}`);
		const texts = (await form.locator('[data-test-id="input-label"]:visible').allInnerTexts()).map(
			(text) => text.split('\n')[0]?.trim(),
		);
		const wrong = await Promise.all(
			Object.entries(chosen)
				.filter(([name]) => isThere(name))
				.map(async ([name, words]) => {
					const value = await selected(name);
					return value === words ? [] : [`${name} is ${value}, not ${words}`];
				}),
		);
		return [
			...shown.filter((name) => !isThere(name)).map((name) => `${name} is missing`),
			...hidden.filter(isThere).map((name) => `${name} is there`),
			...labels.filter((label) => !texts.includes(label)).map((label) => `no label ${label}`),
			...wrong.flat(),
		];
	}

	/** Waits for the form of an entry. @returns what is wrong with it in the end */
	async function faultsOf(entry: PanelEntry): Promise<string[]> {
		const deadline = Date.now() + WAIT_MS / 4;
		for (;;) {
			const found = await faults(entry);
			if (found.length === 0 || Date.now() > deadline) return found;
			await page.waitForTimeout(100);
		}
	}

	/** Chooses a credential of the node by its name. */
	async function chooseCredential(name: string): Promise<void> {
		const field = byTestId('node-credentials-select');
		await field.click();
		await page
			.locator('[data-test-id^="node-credentials-select-item-"]:visible')
			.filter({ has: page.getByText(name, { exact: true }) })
			.click();
		await expectCredential(name);
	}

	async function expectCredential(name: string): Promise<void> {
		const chosen = byTestId('node-credentials-select').locator('input');
		const deadline = Date.now() + WAIT_MS / 4;
		while ((await chosen.inputValue()) !== name && Date.now() < deadline) {
			await page.waitForTimeout(100);
		}
		expect(await chosen.inputValue()).toBe(name);
	}

	/**
	 * The entries to look at while a credential of some type is the newest: all that ask for another
	 * one, where n8n may choose wrongly, and some that ask for it.
	 */
	function entriesWith(newest: string): PanelEntry[] {
		return entries.filter(
			({ action, credential }, index) =>
				credential !== newest || action?.heading !== 'Actions' || index % 10 === 0,
		);
	}

	it.each(['token', 'akSk'] as const)(
		'shows its selectors and fields, with the credential %s made last',
		async (newest) => {
			const known = simulatorCredentials(simulator);
			const made = { ...known[newest], name: `Newest of all, ${newest}` };
			await n8n.api.saveCredential(made);
			const wrong: Record<string, string[]> = {};
			for (const [index, entry] of entriesWith(made.type).entries()) {
				if (index % NODES_OF_A_WORKFLOW === 0) await page.goto(`${n8n.url}/workflow/new`);
				const name = entry.action?.words ?? entry.node;
				await add(entry);
				const found = await faultsOf(entry);
				expect(await byTestId('credentials-label').count()).toBe(entry.credential ? 1 : 0);
				if (entry.credential === made.type) {
					await expectCredential(made.name);
					await chooseCredential(known[newest].name);
					found.push(...(await faultsOf(entry)));
				}
				if (entry.action?.heading !== 'Actions') {
					const picture = `form-${name.toLowerCase().replaceAll(' ', '-')}-${newest}`;
					await page.screenshot({ path: screenshotPath(picture), animations: 'disabled' });
				}
				if (found.length > 0) wrong[name] = found;
				await byTestId('ndv-close-button').click();
				await byTestId('ndv').waitFor({ state: 'hidden' });
			}
			expect(wrong).toEqual({});
		},
		900_000,
	);
});
