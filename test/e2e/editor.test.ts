import type { Browser, Locator, Page } from 'playwright-core';

import { launchBrowser, screenshotPath } from '../../scripts/browser';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import settings from '../../scripts/settings';
import { startSimulator } from '../../simulator';

/** n8n's editor is slow on a small machine, above all when it is opened for the first time. */
const WAIT_MS = 60_000;

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

it('shows the node as its resource demands, and executes it', async () => {
	const { email, password } = settings.owner;
	await page.goto(n8n.url);
	await page.fill('input[name=emailOrLdapLoginId]', email);
	await page.fill('input[name=password]', password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/home\//);

	const workflowId = n8n.workflowIds['sync-hotlines-and-result-codes.json'];
	await page.goto(`${n8n.url}/workflow/${workflowId}`);
	await byTestId('canvas-node').filter({ hasText: 'Get all access codes' }).dblclick();

	await byTestId('parameter-input-resource').waitFor();
	expect(await selected('resource')).toBe('Access Code');
	await credentialIs('Huawei AICC Token API');

	await choose('resource', 'OBS Result Code');
	await credentialIs('Huawei AICC AK/SK API');
	expect(await selected('resource')).toBe('OBS Result Code');
	await page.screenshot({ path: screenshotPath('editor-obs-result-code') });

	await choose('resource', 'Access Code');
	await credentialIs('Huawei AICC Token API');
	expect(await selected('resource')).toBe('Access Code');

	await byTestId('node-execute-button').click();
	const output = byTestId('output-panel');
	const first = simulator.data.accessCodes[0];
	await output.getByText(String(first?.accessCode)).first().waitFor();
	await page.screenshot({ path: screenshotPath('editor-executed') });
});

/** Waits until the node asks for this type of credential and for no other. */
async function credentialIs(displayName: string): Promise<void> {
	const label = byTestId('credentials-label');
	await label.filter({ hasText: `Credential for ${displayName}` }).waitFor();
	expect(await label.count()).toBe(1);
}
