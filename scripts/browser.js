/** A headless Chromium for the end-to-end test. */

const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');
const { owner, picturesFolder, runFolder, screenshotFolder } = require('./settings');

/** Where Chromium lies when the system installed it; CHROMIUM_PATH names another place. */
const CHROMIUM_PATHS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Neither sandbox (it needs rights that containers lack) nor anything that calls home. */
const CHROMIUM_FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts the browser; its profile and temporary files stay in the run folder. */
async function launchBrowser() {
	const executablePath = [process.env.CHROMIUM_PATH ?? '', ...CHROMIUM_PATHS].find(
		(file) => file !== '' && fs.existsSync(file),
	);
	if (!executablePath) {
		throw new Error('Chromium is missing: install it, or set CHROMIUM_PATH to its program.');
	}
	const home = path.join(runFolder, 'chromium');
	fs.mkdirSync(home, { recursive: true });
	fs.mkdirSync(screenshotFolder, { recursive: true });
	/** @type {Record<string, string>} */
	const env = { ...process.env, HOME: home, TMPDIR: home, XDG_CONFIG_HOME: home };
	return await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, env });
}

/**
 * @param {string} name
 * @returns {string} the file for a screenshot
 */
function screenshotPath(name) {
	return path.join(screenshotFolder, `${name}.png`);
}

/**
 * A screenshot that a document shows: kept with the documents when UPDATE_PICTURES is set.
 *
 * @param {string} name
 * @returns {string} the file for it
 */
function picturePath(name) {
	if (!process.env.UPDATE_PICTURES) return screenshotPath(name);
	fs.mkdirSync(picturesFolder, { recursive: true });
	return path.join(picturesFolder, `${name}.png`);
}

/**
 * Signs in to an n8n, as its owner.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} n8nUrl
 */
async function signIn(page, n8nUrl) {
	await page.goto(n8nUrl);
	await page.fill('input[name=emailOrLdapLoginId]', owner.email);
	await page.fill('input[name=password]', owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/home\//);
}

module.exports = { launchBrowser, picturePath, screenshotPath, signIn };
