import type { Browser, Page } from 'playwright-core';

import { launchBrowser, picturePath, signIn } from '../../scripts/browser';
import { runSync, sendAlert } from '../../scripts/n8n/examples';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { callRecords, startSimulator } from '../../simulator';
import { callTool, startScriptedModel } from './scriptedModel';

type Fresh = Awaited<ReturnType<typeof startFreshN8n>>;
type Simulator = Awaited<ReturnType<typeof startSimulator>>;

let simulator: Simulator;
let n8n: Fresh;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshN8n('examples', simulator);
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

/** What n8n adds to every row of a data table. */
const SYSTEM_COLUMNS = ['id', 'createdAt', 'updatedAt'];

/** The columns that the example fills. */
function ownColumns(row: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(row).filter(([name]) => !SYSTEM_COLUMNS.includes(name)));
}

/** Rows in an order that does not depend on who listed them. */
function sortedBy(key: string, rows: Array<Record<string, unknown>>) {
	return [...rows].sort((a, b) => String(a[key]).localeCompare(String(b[key])));
}

describe('the example "sync hotlines and result codes"', () => {
	/** Runs it, and finds in both tables what the service has, all of it stored. */
	async function expectInStep(): Promise<void> {
		const { accessCodes, obsResultCodes } = await runSync(n8n.api, n8n.workflowIds);
		const { data } = simulator;
		for (const [list, length] of [
			[accessCodes, data.accessCodes.length],
			[obsResultCodes, data.obsResultCodes.length],
		] as const) {
			expect([list.read, list.stored]).toEqual([length, length]);
		}
		expect(sortedBy('accessCodeId', accessCodes.rows.map(ownColumns))).toEqual(
			sortedBy(
				'accessCodeId',
				data.accessCodes.map(({ id, ...rest }) => ({
					accessCodeId: id,
					...rest,
					mediatypeName: expect.any(String) as unknown,
					numCallAttrName: expect.any(String) as unknown,
				})),
			),
		);
		expect(sortedBy('obsCode', obsResultCodes.rows.map(ownColumns))).toEqual(
			sortedBy(
				'obsCode',
				data.obsResultCodes.map((row) => ({ ...row })),
			),
		);
	}

	it('fills both data tables with every row of the service, and doubles none on a second run', async () => {
		const { accessCodes, obsResultCodes } = simulator.data;
		expect([accessCodes.length, obsResultCodes.length]).toEqual([437, 120]);
		await expectInStep();
		await expectInStep();
	});

	it('removes what the service no longer has, and changes what is another', async () => {
		const { accessCodes, obsResultCodes } = simulator.data;
		const gone = [accessCodes.pop(), obsResultCodes.pop()] as const;
		const [code, result] = [accessCodes[0], obsResultCodes[0]];
		if (!gone[0] || !gone[1] || !code || !result) throw new Error('The lists are empty');
		const before = [code.description, result.obsCodeDesc] as const;
		[code.description, result.obsCodeDesc] = ['another hotline', 'another result'];
		await expectInStep();
		[code.description, result.obsCodeDesc] = before;
		accessCodes.push(gone[0]);
		obsResultCodes.push(gone[1]);
		await expectInStep();
	});
});

describe('the example "alert-triggered fault check"', () => {
	const affected = '6680512100869';
	const notAffected = '6680512100001';

	it('says who is affected, and by what', async () => {
		const faultTime = 1_721_283_133_000;
		const answer = await sendAlert(n8n.url, { msisdn: affected, faultTime, scene: '1' });
		expect(answer).toEqual({
			status: 200,
			body: {
				checked: true,
				affected: true,
				msisdn: affected,
				faultTime: String(faultTime),
				message: expect.any(String),
				causes: simulator.data.subscribers[affected]?.data.flatMap(
					(record) => (record as { rules: unknown[] }).rules,
				),
			},
		});
	});

	it('says who is not affected, with now as the time of the fault', async () => {
		const before = Date.now();
		const { status, body } = await sendAlert(n8n.url, { msisdn: notAffected });
		expect(status).toBe(200);
		expect(body).toMatchObject({ checked: true, affected: false, causes: [] });
		expect(Number(body.faultTime)).toBeGreaterThanOrEqual(before);
		expect(Number(body.faultTime)).toBeLessThanOrEqual(Date.now());
	});

	it('says that it could not check, and why', async () => {
		const { status, body } = await sendAlert(n8n.url, { msisdn: '6680512100005' });
		expect(status).toBe(502);
		expect(body).toMatchObject({ checked: false, msisdn: '6680512100005' });
		expect(body.message).toContain('DAC query error');
	});

	it('says that the request lacks the number', async () => {
		const { status, body } = await sendAlert(n8n.url, {});
		expect(status).toBe(400);
		expect(body).toMatchObject({ checked: false, msisdn: '' });
	});
});

/** Runs an example by its button and gives the items of one of its nodes. */
async function run(file: string, start: string, node: string) {
	const { status, error, items } = await n8n.api.runWorkflow(n8n.workflowIds[file] ?? '', start);
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
	return items[node] ?? [];
}

describe('the example "called-number router"', () => {
	it.each([
		['To a skill queue', { called: '6666601', route: 'queue', target: '售后技能队列' }],
		['To a number', { called: '6666602', route: 'number', target: '02166660002' }],
		['Nowhere', { called: '6666614', route: 'none', target: 'Called is not configured' }],
	])('sends a number %s', async (branch, item) => {
		expect(await run('called-number-router.json', 'Start by hand', branch)).toEqual([item]);
	});
});

describe('the example "outbound results explained"', () => {
	it('gives every code of every external result with its meaning', async () => {
		const items = await run('outbound-results-explained.json', 'Start by hand', 'Explained');
		const { externalResults, obsResultCodes } = simulator.data;
		const expected = externalResults.flatMap(({ displayResult, resultCode, failCodes }) =>
			failCodes.map((obsCode) => ({
				externalResult: displayResult,
				externalResultCode: resultCode,
				obsCode,
				meaning:
					obsResultCodes.find((row) => row.obsCode === obsCode)?.obsCodeDesc ??
					'not among the OBS result codes',
			})),
		);
		expect(expected.length).toBeGreaterThan(externalResults.length);
		const key = (row: Record<string, unknown>) => `${row.externalResult} ${row.obsCode}`;
		const byKey = (a: Record<string, unknown>, b: Record<string, unknown>) =>
			key(a).localeCompare(key(b));
		expect([...items].sort(byKey)).toEqual([...expected].sort(byKey));
	});
});

describe('the example "any other interface"', () => {
	it('sends a signed request to an interface by its path', async () => {
		const items = await run('any-other-interface.json', 'Start by hand', 'One item per call');
		const inbound = callRecords(simulator).filter(({ isCallIn }) => isCallIn);
		const ids = inbound.map(({ callId }) => callId);
		const first = ids.indexOf(String(items[0]?.callId));
		expect(first).toBeGreaterThanOrEqual(0);
		expect(items.map(({ callId }) => callId)).toEqual(ids.slice(first, first + 100));
		const { body } =
			simulator.requests.filter(({ route }) => route === 'querycallsV2').at(-1) ?? {};
		// The interface takes times until 23:59:59, without milliseconds.
		const { endDate } = JSON.parse(body ?? '') as Record<string, number>;
		expect(new Date(endDate ?? 0).toISOString()).toMatch(/:59:59\.000Z$/);
	});
});

describe('the example "hotline change watch"', () => {
	it('shows a message for each sample of its trigger', async () => {
		const items = await run('hotline-change-watch.json', 'Hotline changed', 'Message');
		const [first] = simulator.data.accessCodes;
		expect(items.length).toBeGreaterThan(1);
		expect(items[0]).toEqual({
			message: `Hotline ${first?.accessCode} (${first?.description}) was added`,
			change: 'added',
			accessCode: first?.accessCode,
		});
	});
});

describe('the example "ask the contact centre"', () => {
	let model: Awaited<ReturnType<typeof startScriptedModel>>;

	beforeAll(async () => {
		model = await startScriptedModel();
		const { id } = await n8n.api.saveCredential({
			name: 'OpenAI account',
			type: 'openAiApi',
			data: { apiKey: 'made-up', url: model.url },
		});
		const workflow = await n8n.api.workflow(workflowId());
		for (const { credentials } of workflow.nodes) {
			if (credentials?.openAiApi) credentials.openAiApi.id = id;
		}
		await n8n.api.saveWorkflow(workflow, workflowId());
	});

	afterAll(async () => await model?.stop());

	function workflowId(): string {
		return n8n.workflowIds['ask-the-contact-centre.json'] ?? '';
	}

	/** What the model reads when it has called a tool. */
	async function ask(question: string): Promise<string> {
		const workflow = await n8n.api.workflow(workflowId());
		const chat = { chatInput: question, sessionId: 'test', action: 'sendMessage' };
		await n8n.api.saveWorkflow({ ...workflow, pinData: { Chat: [{ json: chat }] } }, workflowId());
		const [answer] = await run('ask-the-contact-centre.json', 'Chat', 'Agent');
		return String(answer?.output);
	}

	it('lets a model look things up with both credentials', async () => {
		const device = await ask(callTool('Where_a_number_leads', { calledNumber: '6666601' }));
		expect(JSON.parse(device)).toEqual([
			expect.objectContaining({ found: true, devTypeName: 'skill queue', skillId: 29 }),
		]);
		const codes = await ask(callTool('Result_codes', {}));
		expect(JSON.parse(codes)).toEqual(simulator.data.obsResultCodes);
		const campaigns = await ask(callTool('Campaigns', {}));
		expect(JSON.parse(campaigns)).toMatchObject(simulator.data.campaigns);
	});

	it('tells a model what the tools are for', () => {
		const tools = model.requests.flatMap((request) => request.tools ?? []);
		const texts = new Map(tools.map(({ function: tool }) => [tool.name, tool.description]));
		expect(texts.get('Check_subscriber')).toMatch(/mass fault/);
	});

	it('tells a model what is wrong and what to do about it', async () => {
		const answer = await ask(callTool('Check_subscriber', { msisdn: '' }));
		expect(answer).toMatch(/MSISDN is empty/);
		expect(answer).toMatch(/Enter a value/);
	});
});

describe('an example in the editor', () => {
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await launchBrowser();
		page = await browser.newPage({ viewport: { width: 1400, height: 820 } });
		page.setDefaultTimeout(60_000);
		await signIn(page, n8n.url);
	});

	afterAll(async () => await browser?.close());

	async function open(file: string) {
		await page.goto(`${n8n.url}/workflow/${n8n.workflowIds[file]}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
	}

	it('runs by its button, and shows which way each number went', async () => {
		await open('called-number-router.json');
		await page.locator('[data-test-id="execute-workflow-button"]').click();
		for (const name of ['To a skill queue', 'To a number', 'Nowhere']) {
			const node = page.locator('[data-test-id="canvas-node"]').filter({ hasText: name });
			await node.locator('[data-test-id="canvas-node-status-success"]').first().waitFor();
		}
		await page.screenshot({ path: picturePath('finished-flow') });
	});

	it.each([
		'results-into-the-table.json',
		'fill-a-campaign.json',
		'do-not-call-sync.json',
		'agents-in-step-with-the-hr-list.json',
	])('starts at once by its button: %s', async (file) => {
		await open(file);
		const button = page.locator('[data-test-id="execute-workflow-button"]');
		expect(await button.innerText()).toMatch(/from (Every night|Every hour|Start by hand)/);
	});
});
