import type { Browser, Page, Route } from 'playwright-core';

import { launchBrowser, picturePath, screenshotPath, signIn } from '../../scripts/browser';
import { dataTableRows, deleteDataTableRows } from '../../scripts/n8n/data-table';
import { wallboardUrl } from '../../scripts/n8n/examples';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { until } from '../../scripts/lib/until';
import { callRecords, startSimulator } from '../../simulator';
import { dayOf, HOURS_AHEAD, TODAY, ZONE } from './afternoon';

/** The examples of monitoring: a page for the wall, an alarm, and a table of calls. */
const WALLBOARD = 'wallboard.json';
const ALARM = 'queue-alarm.json';
const CALLS = 'yesterdays-calls-into-a-table.json';
const TABLE = 'Huawei AICC calls';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

const now = Date.now();
const yesterday = dayOf(TODAY - DAY_MS);

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;

beforeAll(async () => {
	simulator = await startSimulator({ callsPerDay: 1500, timeZone: ZONE });
	simulator.behaviour.centreTime = now;
	n8n = await startFreshN8n('monitoring-examples', simulator);
	const { akSk } = simulatorCredentials(simulator);
	await n8n.api.saveCredential({ ...akSk, data: { ...akSk.data, timeZone: ZONE } });
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

afterEach(() => {
	simulator.faults = [];
	simulator.data.chosenIndicators = {};
});

type Row = Record<string, unknown>;
type Workflow = Awaited<ReturnType<typeof n8n.api.workflow>>;

function idOf(file: string): string {
	return n8n.workflowIds[file] ?? '';
}

async function change(file: string, how: (workflow: Workflow) => void): Promise<void> {
	const workflow = await n8n.api.workflow(idOf(file));
	how(workflow);
	// What triggers know stays as it is by then.
	await n8n.api.saveWorkflow({ ...workflow, staticData: undefined }, idOf(file));
}

/** How many calls wait in queues, and for how long, by the IDs of the queues. */
function setWaiting(waiting: Record<string, [calls: number, seconds: number]>): void {
	simulator.data.chosenIndicators = Object.fromEntries(
		Object.entries(waiting).map(([id, [calls, seconds]]) => [
			id,
			{ IDX_COUNT_REAL_SKILL_QUEUE: calls, IDX_DURATION_SKILL_MAX_QUEUE_ACK: seconds },
		]),
	);
}

describe('the example "wallboard"', () => {
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await launchBrowser();
		page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: 'light' });
		await choose({});
	});

	afterAll(async () => await browser?.close());

	afterEach(async () => {
		if (isChanged) await choose({});
	});

	let isChanged = false;
	let times = 0;

	/**
	 * Changes values of the node Settings, and publishes the workflow with them.
	 *
	 * @param login what the page asks for, if it does
	 */
	async function choose(values: Row, login?: Record<'user' | 'password', string>): Promise<void> {
		const title = `Contact centre ${++times}`;
		const all: Row = { title, onlyQueues: '', refreshSeconds: 15, ...values };
		isChanged = Object.keys(values).length > 0;
		await change(WALLBOARD, ({ nodes }) => {
			const set = nodes.find(({ name }) => name === 'Settings')?.parameters;
			const { assignments } = set?.assignments as {
				assignments: Array<{ name: string; value: unknown }>;
			};
			for (const setting of assignments) {
				setting.value = all[setting.name] ?? setting.value;
			}
		});
		await n8n.api.activateWorkflow(idOf(WALLBOARD));
		// n8n says that a workflow is published before its URL works.
		await until('the page is there', async () => {
			const { user, password } = login ?? { user: '', password: '' };
			const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
			const response = await fetch(wallboardUrl(n8n.url), { headers: { authorization } });
			return response.ok && (await response.text()).includes(`>${title}<`);
		});
	}

	/** What stands on the page. */
	async function look() {
		await page.goto(wallboardUrl(n8n.url));
		const rows = await page.locator('tbody tr').allInnerTexts();
		const tiles = await page.locator('.tile').allInnerTexts();
		return {
			rows: rows.map((row) => row.split(/\s*[\t\n]\s*/).slice(0, 3)),
			tiles: Object.fromEntries(tiles.map((tile) => tile.split(/\s*\n\s*/).reverse())),
			failures: await page.locator('.failure').allInnerTexts(),
			late: await page.locator('tr.late').allInnerTexts(),
		};
	}

	/** The size of the smallest text on the page, in pixels. */
	async function smallestLetters(): Promise<number> {
		return await page.evaluate<number>(`(() => {
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			const sizes = [];
			while (texts.nextNode()) {
				const { data, parentElement } = texts.currentNode;
				if (data.trim()) sizes.push(parseFloat(getComputedStyle(parentElement).fontSize));
			}
			return Math.min(...sizes);
		})()`);
	}

	it('is one small page that fetches nothing from elsewhere, of one request to AICC for each reading', async () => {
		simulator.requests = [];
		const response = await fetch(wallboardUrl(n8n.url));
		const text = await response.text();
		expect(response.headers.get('content-type')).toMatch(/^text\/html/);
		expect(Buffer.byteLength(text)).toBeLessThan(60_000);
		expect(text).not.toMatch(/<link|<img|<iframe|\bsrc=|\bhref=|url\(|\bimport\b/);
		expect(simulator.requests.map(({ route }) => route)).toEqual([
			'configuresSkills',
			'skillRindex',
			'hisindexVdn',
		]);
	});

	it('shows who waits and how long, those who wait longest first, and the calls of the day', async () => {
		setWaiting({ 10: [7, 134], 11: [2, 8] });
		const { rows, tiles, failures, late } = await look();
		// In the last queue, which nobody works for, a call waits for ever.
		expect(rows[0]).toEqual([expect.stringMatching(/^▲ /), '1', expect.stringMatching(/^\d+ h$/)]);
		expect(rows).toContainEqual(['▲ Sales 1', '7', '2:14']);
		expect(rows).toContainEqual([expect.stringMatching(/^Support 2$/), '2', '0:08']);
		expect(rows).toHaveLength(8);
		expect(late.some((row) => row.includes('Sales 1'))).toBe(true);
		expect(failures).toEqual([]);

		const settled = Math.floor(now / 300_000) * 300_000;
		const calls = callRecords(simulator).filter(
			({ isCallIn, logDate }) => isCallIn && logDate >= TODAY && logDate < settled,
		);
		expect(calls.length).toBeGreaterThan(0);
		expect(tiles['calls today']).toBe(String(calls.length));
		expect(tiles.answered).toMatch(/^\d+ %$/);
		const bars = await Promise.all(
			(await page.locator('.hour').all()).map(async (hour) => await hour.getAttribute('title')),
		);
		const perHour = bars.map((title) => Number(/(\d+) calls/.exec(title ?? '')?.[1]));
		const expected = Array.from({ length: 24 }, (_, hour) => {
			const from = TODAY + hour * HOUR_MS;
			return calls.filter(({ logDate }) => logDate >= from && logDate < from + HOUR_MS).length;
		});
		expect(perHour).toEqual(expected);
	});

	it('has the clock of the tenant', async () => {
		await look();
		const shown = await page.locator('time').getAttribute('datetime');
		const offset = `${HOURS_AHEAD < 0 ? '-' : '+'}${String(Math.abs(HOURS_AHEAD)).padStart(2, '0')}:00`;
		expect(shown?.replace(/Z$/, '+00:00')).toMatch(new RegExp(`\\${offset}$`));
		expect(Math.abs(Date.parse(shown ?? '') - Date.now())).toBeLessThan(60_000);
	});

	it.each([
		['big', 1920, 1080, 'dark', 'rgb(14, 20, 26)'],
		['small', 1280, 720, 'light', 'rgb(244, 246, 248)'],
	] as const)('fits a %s screen, in large letters', async (name, width, height, scheme, back) => {
		setWaiting({ 10: [7, 134], 11: [2, 8], 12: [1, 75], 139: [0, 0] });
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ colorScheme: scheme });
		await look();
		const style = async (selector: string, property: string) =>
			await page.evaluate<string>(
				`getComputedStyle(document.querySelector('${selector}')).getPropertyValue('${property}')`,
			);
		expect(await style('body', 'background-color')).toBe(back);
		expect(parseFloat(await style('.tile b', 'font-size'))).toBeGreaterThan(height / 20);
		expect(parseFloat(await style('tbody td', 'font-size'))).toBeGreaterThan(height / 40);
		expect(await smallestLetters()).toBeGreaterThanOrEqual(height / 36);
		const root = 'document.documentElement';
		expect(await page.evaluate(`[${root}.scrollWidth, ${root}.scrollHeight]`)).toEqual([
			width,
			height,
		]);
		await page.screenshot({
			path: name === 'small' ? picturePath('wallboard') : screenshotPath(`wallboard-${name}`),
		});
	});

	it.each([
		['Chinese', (id: number) => `华东大区高净值客户人工座席技能队列（投诉与建议专线）第${id}组`],
		['one word', (id: number) => `${'Customers'.repeat(12)}${id}`],
	])('fits the screen with long names of queues: %s', async (_, nameOf) => {
		const ids = Array.from({ length: 20 }, (__, index) => 10 + index);
		const resultDesc = ids.map((id) => ({ id, name: nameOf(id), mediaType: 5 }));
		const body = { resultCode: '0100000', resultDesc };
		simulator.faults = [{ kind: 'json', route: 'configuresSkills', times: 0, body }];
		setWaiting(Object.fromEntries(ids.map((id) => [id, [7, 100 + id]])));
		await page.setViewportSize({ width: 1280, height: 720 });
		const { rows, failures } = await look();
		expect(failures).toEqual([]);
		expect(rows).toHaveLength(8);
		const root = 'document.documentElement';
		expect(await page.evaluate(`[${root}.scrollWidth, ${root}.scrollHeight]`)).toEqual([1280, 720]);
		expect(await smallestLetters()).toBeGreaterThanOrEqual(20);
	});

	it('reads itself anew, also after answers that are no page', async () => {
		await choose({ refreshSeconds: 1 });
		const own = await browser.newPage();
		const asked = new Set<string>();
		own.on('request', (request) => asked.add(request.url()));
		await own.goto(wallboardUrl(n8n.url));
		const sales = (words: RegExp) => own.locator('tr.late', { hasText: words });
		const old = own.locator('#old');
		expect(await sales(/Sales 1\s*9\s*5:00/).count()).toBe(0);
		setWaiting({ 10: [9, 300] });
		await sales(/Sales 1\s*9\s*5:00/).waitFor();
		expect(await old.isVisible()).toBe(false);

		await n8n.api.deactivateWorkflow(idOf(WALLBOARD));
		await old.waitFor();
		const read = await own.locator('time').innerText();
		expect(await old.innerText()).toBe(
			`▲ No reading since ${read}: n8n cannot be reached, or has no such page`,
		);
		await own.screenshot({ path: screenshotPath('wallboard-old') });
		const headers = { 'access-control-allow-origin': '*' };
		const proxy = async (route: Route) =>
			await route.fulfill({ status: 502, headers, body: 'Bad' });
		await own.route('**/*', proxy);
		await own.locator('#old', { hasText: 'n8n answers 502' }).waitFor();
		await own.unroute('**/*', proxy);

		setWaiting({ 10: [8, 240] });
		await n8n.api.activateWorkflow(idOf(WALLBOARD));
		await sales(/Sales 1\s*8\s*4:00/).waitFor();
		expect(await old.isVisible()).toBe(false);
		expect([...asked]).toEqual([wallboardUrl(n8n.url)]);
		await own.close();
	});

	it('reads itself anew where the browser has to give a password', async () => {
		const login = { user: 'wall', password: 'made-up-password' };
		const { id } = await n8n.api.saveCredential({
			name: 'Wall',
			type: 'httpBasicAuth',
			data: login,
		});
		const secure = async (authentication: string) =>
			await change(WALLBOARD, ({ nodes }) => {
				const webhook = nodes.find(({ name }) => name === 'Wallboard opened');
				Object.assign(webhook ?? {}, { credentials: { httpBasicAuth: { id, name: 'Wall' } } });
				Object.assign(webhook?.parameters ?? {}, { authentication });
			});
		await secure('basicAuth');
		await choose({ refreshSeconds: 1 }, login);
		const httpCredentials = { username: login.user, password: login.password };
		const own = await browser.newPage({ httpCredentials });
		await own.goto(wallboardUrl(n8n.url));
		setWaiting({ 10: [9, 300] });
		await own.locator('tr.late', { hasText: /Sales 1\s*9\s*5:00/ }).waitFor();
		await own.close();
		await secure('none');
		await choose({});
	});

	it('shows only the queues that it is to', async () => {
		await choose({ onlyQueues: 'Sales 1, 11' });
		const { rows, failures } = await look();
		expect(rows.map(([name]) => name?.replace('▲ ', '')).sort()).toEqual(['Sales 1', 'Support 2']);
		expect(failures).toEqual([]);
		await choose({ onlyQueues: 'No such queue' });
		expect((await look()).failures).toEqual([expect.stringMatching(/^▲ Queues now: .*Skill/)]);
	});

	it('says what could not be read, and shows the rest', async () => {
		const refused = { kind: 'code', code: '0100002', times: 0 } as const;
		simulator.faults = [{ ...refused, route: 'skillRindex' }];
		const withoutQueues = await look();
		await page.screenshot({ path: screenshotPath('wallboard-failure') });
		expect(withoutQueues.failures).toEqual([expect.stringMatching(/^▲ Queues now: .*0100002/)]);
		expect(withoutQueues.rows).toEqual([]);
		expect(withoutQueues.tiles).toMatchObject({ waiting: '–', 'free, sum of queues': '–' });
		expect(Number(withoutQueues.tiles['calls today'])).toBeGreaterThan(0);

		simulator.faults = [{ ...refused, route: 'hisindexVdn' }];
		const withoutCalls = await look();
		expect(withoutCalls.failures).toEqual([expect.stringMatching(/^▲ Calls of the day: /)]);
		expect(withoutCalls.rows).toHaveLength(8);
		expect(withoutCalls.tiles).toMatchObject({ 'calls today': '–', answered: '–' });

		simulator.faults = [{ ...refused, route: 'configuresSkills' }];
		expect((await look()).failures[0]).toMatch(/^▲ Names of the queues: /);
	});
});

describe('the example "queue alarm"', () => {
	/** What each execution has told. */
	async function told(): Promise<unknown[][]> {
		const executions = await n8n.api.endedExecutions(idOf(ALARM));
		return executions.map(({ items }) =>
			['Tell the supervisor', 'Tell that it is over'].flatMap((node) =>
				(items[node] ?? []).map(({ message }) => message),
			),
		);
	}

	async function untilTold(count: number): Promise<void> {
		await until(`${count} executions have ended`, async () => (await told()).length >= count);
	}

	let versions = 0;

	/** Another version takes the place of the published one: a trigger with other times begins with a poll. */
	async function poll(): Promise<void> {
		const asked = () => simulator.requests.filter(({ route }) => route === 'skillRindex').length;
		const before = asked();
		await change(ALARM, ({ nodes }) => {
			const watch = nodes.find(({ name }) => name === 'Queue crossed');
			const pollTimes = { item: [{ mode: 'everyHour', minute: ++versions }] };
			Object.assign(watch?.parameters ?? {}, { pollTimes });
		});
		await n8n.api.activateWorkflow(idOf(ALARM));
		await until('the queues are looked at', () => asked() > before);
	}

	it('tells once that too many wait, and once that it is over', async () => {
		setWaiting({ 10: [0, 0], 11: [4, 9], 12: [0, 0] });
		await n8n.api.activateWorkflow(idOf(ALARM));
		await until('the first poll has ended', async () => {
			return (await n8n.api.workflow(idOf(ALARM))).staticData !== null;
		});
		setWaiting({ 10: [7, 80], 11: [5, 12], 12: [0, 0] });
		await poll();
		await untilTold(1);
		setWaiting({ 10: [8, 99], 11: [6, 14], 12: [0, 0] });
		await poll();
		simulator.faults = [{ kind: 'code', code: '0100002', times: 0, route: 'skillRindex' }];
		await poll();
		simulator.faults = [];
		setWaiting({ 10: [1, 3], 11: [6, 14], 12: [0, 0] });
		await poll();
		await untilTold(2);
		expect(await told()).toEqual([
			[
				'Queue Sales 1 (10): 7 calls wait, which is at least 5',
				'Queue Support 2 (11): 5 calls wait, which is at least 5',
			],
			['Queue Sales 1 (10): all clear, 1 call waits'],
		]);
		await n8n.api.deactivateWorkflow(idOf(ALARM));
	});

	it('shows a message by its button, without names when they cannot be read', async () => {
		simulator.faults = [{ kind: 'code', code: '0100002', times: 0, route: 'configuresSkills' }];
		setWaiting({ 10: [1, 3] });
		const { status, items } = await n8n.api.runWorkflow(idOf(ALARM), 'Queue crossed');
		expect(status).toBe('success');
		expect(items.Alarm?.[0]).toEqual({
			message: 'Queue 10: 1 call waits, which is at least 5',
			change: 'crossed',
			queueId: '10',
			waiting: 1,
		});
	});
});

describe('the example "yesterday\'s calls into a table"', () => {
	async function run() {
		return await n8n.api.runWorkflow(idOf(CALLS), 'Start by hand');
	}

	/** The calls that are in the table. */
	async function stored(): Promise<string[]> {
		const rows = await dataTableRows(n8n.api, TABLE);
		return rows.map(({ callId, direction }) => `${String(callId)} ${String(direction)}`).sort();
	}

	/** The calls of yesterday that the service has. */
	function wanted(): string[] {
		return callRecords(simulator)
			.filter(({ logDate }) => logDate >= TODAY - DAY_MS && logDate < TODAY)
			.map(({ callId, isCallIn }) => `${callId} ${isCallIn ? 'inbound' : 'outbound'}`)
			.sort();
	}

	beforeAll(async () => {
		await change(CALLS, (workflow) => {
			workflow.settings = { ...workflow.settings, timezone: ZONE };
		});
	});

	it('stores every call of both directions, and doubles none on a second run', async () => {
		const calls = wanted();
		expect(new Set(calls.map((call) => call.split(' ')[1])).size).toBe(2);
		for (let times = 0; times < 2; times++) {
			const { status, error, items } = await run();
			expect({ status, error }).toEqual({ status: 'success', error: undefined });
			const count = calls.length;
			expect(items.Complete).toEqual([
				{ day: yesterday, inAicc: count, read: count, stored: count },
			]);
			expect(await stored()).toEqual(calls);
		}
	});

	it('has the numbers and times of a call, and none for what did not happen', async () => {
		const calls = callRecords(simulator).filter(({ logDate }) => logDate < TODAY);
		const [row] = (await dataTableRows(n8n.api, TABLE)).filter(
			({ talkBegin }) => talkBegin === null,
		);
		const call = calls.find(({ callId }) => callId === row?.callId);
		expect(row).toMatchObject({
			day: yesterday,
			caller: call?.callerNo,
			called: call?.calleeNo,
			callType: expect.stringMatching(/[a-z]/) as unknown,
			mediaType: expect.any(String) as unknown,
		});
		expect(Date.parse(String(row?.loggedAt))).toBe(call?.logDate);
	});

	it('adds what is missing', async () => {
		const [row] = await dataTableRows(n8n.api, TABLE);
		await deleteDataTableRows(n8n.api, TABLE, { callId: row?.callId });
		expect((await run()).status).toBe('success');
		expect(await stored()).toEqual(wanted());
	});

	it('says what the history counts, which may be otherwise with all calls in', async () => {
		const time = new Date(TODAY - DAY_MS).toISOString().replace('T', ' ').replace('Z', '');
		const idxs = [{ id: 'IDX_COUNT_TOTAL_CALL', val: { [time]: '99999' } }];
		const resultDesc = [{ id: String(simulator.account.vdnId), idxs }];
		const body = { resultCode: '0100000', resultDesc };
		simulator.faults = [{ kind: 'json', route: 'hisindexVdn', times: 0, body }];
		const { status, items } = await run();
		const count = wanted().length;
		expect(status).toBe('success');
		expect(items.Complete).toEqual([
			{ day: yesterday, inAicc: 99_999, read: count, stored: count },
		]);
	});

	it('fails when a call that was read is not in the table', async () => {
		// A call without its ID cannot be told from others, and is not stored.
		const data = [{ callId: '', logDate: TODAY - DAY_MS }];
		const body = { resultCode: '0100000', resultDesc: { data, count: 1 } };
		simulator.faults = [{ kind: 'json', route: 'querycallsV2', times: 0, body }];
		await deleteDataTableRows(n8n.api, TABLE, { day: yesterday });
		const { status, error } = await run();
		expect(status).toBe('error');
		expect(error).toMatch(/^Of the 1 calls of \d{4}-\d\d-\d\d that were read, 0 are in the table/);
	});
});

describe('in the editor', () => {
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await launchBrowser();
		page = await browser.newPage({ viewport: { width: 1700, height: 900 } });
		page.setDefaultTimeout(60_000);
		await signIn(page, n8n.url);
	});

	afterAll(async () => await browser?.close());

	it.each([
		[WALLBOARD, /Execute workflow/],
		[ALARM, /Execute workflow/],
		[CALLS, /from (Every morning|Start by hand)/],
	])('can be started by its button: %s', async (file, words) => {
		await page.goto(`${n8n.url}/workflow/${idOf(file)}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		const button = page.locator('[data-test-id="execute-workflow-button"]');
		expect(await button.innerText()).toMatch(words);
		await page.screenshot({ path: screenshotPath(`canvas-${file.replace('.json', '')}`) });
	});
});
