import example from '../../examples/contact-centre-as-mcp-server.json';
import { mcpUrl } from '../../scripts/n8n/examples';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import settings from '../../scripts/settings';
import { callRecords, centreOf, startSimulator, type Call } from '../../simulator';
import { ZONE } from './afternoon';
import { callMcpTool, connectMcp } from './mcpClient';

/** The example "contact centre as MCP server", asked by the client of the official SDK. */
const QUEUE = 17;
const HOTLINE = '6666601';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What the simulator numbers: an agent as the place of a call, and a queue without anybody. */
const AT_QUEUE = 1;
const AT_AGENT = 2;
const NOBODY_ON_DUTY = 3;

const now = Date.now();

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;
let client: Awaited<ReturnType<typeof connectMcp>>;

beforeAll(async () => {
	simulator = await startSimulator({ callsPerDay: 1500, timeZone: ZONE });
	simulator.behaviour.centreTime = now;
	n8n = await startFreshN8n('mcp-example', simulator);
	const { akSk } = simulatorCredentials(simulator);
	await n8n.api.saveCredential({ ...akSk, data: { ...akSk.data, timeZone: ZONE } });
	client = await connect({ authorization: `Bearer ${settings.mcpToken}` });
});

afterAll(async () => {
	await client?.close();
	await n8n?.stop();
	await simulator?.stop();
});

afterEach(() => {
	simulator.faults = [];
	simulator.data.chosenStates = {};
});

async function connect(headers: Record<string, string>) {
	return await connectMcp(mcpUrl(n8n.url), headers);
}

type Row = Record<string, unknown>;

/** All that a model has read. */
const read: string[] = [];

/** What a model reads when it calls a tool. */
async function call(name: string, values: Row = {}): Promise<string> {
	const text = await callMcpTool(client, name, values);
	read.push(text);
	return text;
}

/** The answer of a tool that has one. */
async function ask(name: string, values: Row = {}): Promise<Row[]> {
	const rows = JSON.parse(await call(name, values)) as Row[];
	expect(rows.filter(({ error }) => error !== undefined)).toEqual([]);
	return rows;
}

const iso = (time: number) => new Date(time).toISOString();

describe('to whom it opens', () => {
	it.each([
		['no token', {}],
		['another token', { authorization: 'Bearer somebody-else' }],
		['a part of it', { authorization: `Bearer ${settings.mcpToken.slice(0, -1)}` }],
	])('not with %s', async (_, headers: Record<string, string>) => {
		await expect(connect(headers)).rejects.toThrow(/Authorization data is wrong/);
	});
});

describe('what a model is told', () => {
	const toolNames = example.nodes
		.filter(({ type }) => type === 'n8n-nodes-huawei-aicc.huaweiAiccTool')
		.map(({ name }) => name.replaceAll(' ', '_'));

	it('each tool of the example, what it is for, and what it takes', async () => {
		const { tools } = await client.listTools();
		expect(tools.map(({ name }) => name).sort()).toEqual([...toolNames].sort());
		for (const { name, description, inputSchema } of tools) {
			expect([name, description]).toEqual([name, expect.stringMatching(/^.{60,}$/)]);
			expect(inputSchema.type).toBe('object');
			for (const [parameter, schema] of Object.entries(inputSchema.properties ?? {})) {
				expect([name, parameter, schema]).toEqual([
					name,
					parameter,
					expect.objectContaining({
						type: expect.stringMatching(/^(string|number)$/),
						description: expect.stringMatching(/\w{3}/),
					}),
				]);
			}
		}
	});

	it('names of tools that there are', async () => {
		const { tools } = await client.listTools();
		const texts = [client.getInstructions() ?? '', ...tools.map(({ description }) => description)];
		const named = texts.join('\n').match(/\b[A-Z][a-z]+(?:_[a-z]+)+\b/g) ?? [];
		expect(named.length).toBeGreaterThan(5);
		expect(named.filter((name) => !toolNames.includes(name))).toEqual([]);
	});
});

/** Agents of a queue who can take a call, by the simulator's own history. */
function freeIn(queue: number): string[] {
	const agents = [...centreOf(simulator).agents.values()];
	return agents
		.filter(({ skillIds, state }) => skillIds.includes(queue) && state === 'idle')
		.map(({ name }) => name)
		.sort();
}

describe('who is free in queue 17', () => {
	/** As the description of the tool says it. */
	const FREE = '4';

	async function freeOnes(): Promise<string[]> {
		const agents = await ask('Agents_of_a_queue', { skillId: String(QUEUE) });
		const { agents: all } = simulator.data;
		const ofQueue = all.filter(({ skills }) => skills.some(({ skillId }) => skillId === QUEUE));
		expect(agents.map(({ name }) => name)).toEqual(ofQueue.map(({ userName }) => userName));
		return agents
			.filter(({ status }) => status === FREE)
			.map(({ name }) => String(name))
			.sort();
	}

	it('says it by name, and how many there are', async () => {
		const free = freeIn(QUEUE);
		expect(await freeOnes()).toEqual(free);
		const [counts] = await ask('Queue_right_now', { skillIds: String(QUEUE) });
		expect(counts).toMatchObject({ id: String(QUEUE), IDX_COUNT_REAL_AGENT_USABLE: free.length });
	});

	it('says it as it is at that moment', async () => {
		const [one, other] = simulator.data.agents.filter(({ skills }) =>
			skills.some(({ skillId }) => skillId === QUEUE),
		);
		simulator.data.chosenStates = { [one?.workNo ?? '']: 'idle', [other?.workNo ?? '']: 'talking' };
		const free = await freeOnes();
		expect(free).toContain(one?.userName);
		expect(free).not.toContain(other?.userName);
	});

	it('finds the queue by its name, and the calls in it', async () => {
		const queues = await ask('Skill_queues');
		expect(queues.map(({ id, name }) => ({ id, name }))).toEqual(
			simulator.data.skills.map(({ skillId: id, name }) => ({ id, name })),
		);
		const [queue, waiting] = [...centreOf(simulator).skills.values()]
			.map(({ skillId, queue: calls }) => [skillId, calls] as const)
			.filter(([, calls]) => calls.length > 0)
			.at(-1) ?? [0, []];
		const answer = await ask('Calls_waiting_in_a_queue', { skillId: String(queue) });
		expect(answer.map(({ callId }) => callId)).toEqual(waiting.map(({ callId }) => callId));
		expect(answer.length).toBeGreaterThan(0);
	});
});

/** Whether a call reached nobody. */
function isLost({ parts }: Call): boolean {
	return parts.every(({ deviceType, callBegin }) => deviceType !== AT_AGENT || callBegin === 0);
}

function lastReason({ parts }: Call): number | undefined {
	return parts.at(-1)?.leaveReason;
}

describe('why calls to 6666601 fail', () => {
	/** A call to a queue that nobody works for: there need not be one in the last hours. */
	let unanswered: Call;

	beforeAll(() => {
		const centre = centreOf(simulator);
		const known = callRecords(simulator).find(({ isCallIn }) => isCallIn) as Call;
		const empty = [...centre.skills.values()].find(({ agents }) => agents.length === 0);
		const begin = now - 10 * MINUTE_MS;
		const part = {
			...(known.parts[0] as Call['parts'][number]),
			waitBegin: begin,
			ackBegin: 0,
			callBegin: 0,
			callEnd: begin + MINUTE_MS,
		};
		const skillId = empty?.skillId ?? 0;
		const atQueue = { deviceType: AT_QUEUE, deviceNo: String(skillId), skillId };
		unanswered = {
			...known,
			callId: `${begin}-500001`,
			callerNo: '13900000002',
			calleeNo: HOTLINE,
			skillId,
			begin,
			logDate: begin + MINUTE_MS,
			parts: [part, { ...part, ...atQueue, leaveReason: NOBODY_ON_DUTY }],
		};
		simulator.data.addedCalls.push(unanswered);
	});

	function callsSince(begin: number): Call[] {
		return callRecords(simulator).filter(
			({ isCallIn, calleeNo, logDate }) =>
				isCallIn && calleeNo === HOTLINE && logDate >= begin && logDate <= now,
		);
	}

	it('says where the number leads', async () => {
		const [device] = await ask('Where_a_number_leads', { calledNumber: HOTLINE });
		const { result } = simulator.data.calledNumbers[HOTLINE] ?? {};
		expect(device).toMatchObject({ found: true, ...result });
		const [nowhere] = await ask('Where_a_number_leads', { calledNumber: '6666614' });
		const { retMsg } = simulator.data.calledNumbers['6666614'] ?? {};
		expect(nowhere).toMatchObject({ found: false, retMsg });
	});

	it('says of each call whether it failed, and why', async () => {
		const begin = now - 2 * HOUR_MS;
		const answer = await ask('Calls_to_a_number', {
			calledNumber: HOTLINE,
			beginTime: iso(begin),
			endTime: iso(now),
			direction: 'inbound',
			limit: 200,
		});
		const calls = callsSince(begin);
		expect(answer.map(({ callId }) => callId)).toEqual(calls.map(({ callId }) => callId));
		const failed = answer.filter(({ callBegin }) => callBegin === null);
		expect(failed.map(({ callId, leaveReason }) => [callId, leaveReason])).toEqual(
			calls.filter(isLost).map((one) => [one.callId, lastReason(one)]),
		);
		expect(failed.length).toBeGreaterThan(1);
		expect(failed.length).toBeLessThan(calls.length);
		const words = new Map(failed.map((row) => [row.leaveReason, row.leaveReasonName]));
		expect(words.get(NOBODY_ON_DUTY)).toBe('nobody on duty');
		for (const text of words.values()) expect(text).toMatch(/\w{4}/);
	});

	it('takes the last hour when the model names no time, and no more than 200 calls', async () => {
		const since = Date.now();
		const answer = await ask('Calls_to_a_number', { calledNumber: HOTLINE, limit: 100_000 });
		const asked = simulator.requests
			.filter(({ route, at }) => route === 'querycallsV2' && at >= since)
			.map(({ body }) => JSON.parse(body) as { beginDate: string; endDate: string });
		expect(asked.length).toBeGreaterThan(0);
		for (const { beginDate, endDate } of asked) {
			expect(Math.abs(Number(endDate) - since)).toBeLessThan(MINUTE_MS);
			expect(Math.abs(Number(endDate) - Number(beginDate) - HOUR_MS)).toBeLessThan(MINUTE_MS);
		}
		expect(answer.map(({ callId }) => callId)).toContain(unanswered.callId);
		const day = { calledNumber: HOTLINE, beginTime: iso(now - 14 * HOUR_MS), limit: 100_000 };
		expect(callsSince(now - 14 * HOUR_MS).length).toBeGreaterThan(200);
		expect(await ask('Calls_to_a_number', day)).toHaveLength(200);
	});

	it('says what one of them went through, and that nobody is there', async () => {
		const [found] = await ask('Calls_from_a_number', { callingNumber: unanswered.callerNo });
		expect(found).toMatchObject({ callId: unanswered.callId, calleeNo: HOTLINE });
		const { callId, logDate } = found ?? {};
		const stations = await ask('Stations_of_a_call', { callId, logDate });
		expect(
			stations.map(({ deviceType, deviceNo, leaveReason }) => [deviceType, deviceNo, leaveReason]),
		).toEqual(unanswered.parts.map((one) => [one.deviceType, one.deviceNo, one.leaveReason]));
		const queue = String(stations.at(-1)?.currentSkillID);
		expect(queue).toBe(String(unanswered.skillId));
		const [counts] = await ask('Queue_right_now', { skillIds: queue });
		expect(counts).toMatchObject({ id: queue, IDX_COUNT_REAL_AGENT_SIGN_IN: 0 });
	});
});

it('answers what else people ask', async () => {
	const { blocklist, calledRoutes, campaigns, obsResultCodes, subscribers } = simulator.data;
	const [msisdn = ''] = Object.keys(subscribers).filter((one) => subscribers[one]?.data.length);
	const [route] = calledRoutes;
	const [blocked] = blocklist;
	expect(await ask('Check_subscriber', { msisdn })).toEqual([
		expect.objectContaining({ found: true, data: subscribers[msisdn]?.data }),
	]);
	expect(await ask('Routes_of_an_access_code', { accessCode: route?.accessCode })).toEqual([
		expect.objectContaining({ deviceId: String(route?.deviceId), deviceDesc: route?.deviceDesc }),
	]);
	expect(await ask('On_the_blocklist', { number: blocked?.blockNum })).toEqual([
		{ number: blocked?.blockNum, blocked: true },
	]);
	expect(await ask('On_the_blocklist', { number: '13999999999' })).toEqual([
		{ number: '13999999999', blocked: false },
	]);
	expect(await ask('Result_codes')).toEqual(obsResultCodes);
	expect(await ask('Campaigns')).toMatchObject(campaigns);
});

describe('a value that is wrong', () => {
	const calls = (values: Row): Row => ({ calledNumber: HOTLINE, ...values });

	it.each<[tool: string, values: Row, what: RegExp, remedy: RegExp]>([
		['Agents_of_a_queue', { skillId: 'seventeen' }, /Skill is not a whole number/, /1 or more/],
		['Agents_of_a_queue', {}, /did not match expected schema/, /Required\s+→ at skillId/],
		['Queue_right_now', { skillIds: '17, 9999' }, /cannot be: \\"9999\\"/, /1 to 5000/],
		[
			'Where_a_number_leads',
			{ calledNumber: 'sales' },
			/Called Number has the letter/,
			/Enter digits/,
		],
		[
			'Calls_to_a_number',
			calls({ beginTime: iso(now - 72 * HOUR_MS) }),
			/Begin Time is before yesterday/,
			/Enter a time from \d{4}-\d\d-\d\d 00:00:00 to/,
		],
		[
			'Calls_to_a_number',
			calls({ direction: 'sideways' }),
			/Direction is none of the values/,
			/both .*inbound .*outbound/,
		],
		['Calls_to_a_number', calls({ limit: 0 }), /Limit is not a whole number/, /1 or more/],
	])('of %s is named, with what to do, and nothing is sent: %j', async (tool, values, ...words) => {
		const before = simulator.requests.length;
		const answer = await call(tool, values);
		for (const expected of words) expect(answer).toMatch(expected);
		expect(simulator.requests).toHaveLength(before);
	});

	it('that only the service knows to be wrong is named as well', async () => {
		const answer = await call('Stations_of_a_call', { callId: 'none', logDate: now });
		expect(answer).toMatch(/there is no call none/);
		expect(answer).toMatch(/Check Call ID and Log Date/);
	});
});

describe('an answer', () => {
	/** Has the service repeat something in its next answers. */
	function repeat(secrets: string[]): void {
		const body = { message: `Refused: ${secrets.join(' ')}` };
		simulator.faults = [{ kind: 'json', status: 500, body }];
	}

	it('has no secret in it, whatever the service repeats', async () => {
		const { appKey, appSecret, accessKey, secretKey } = simulator.account;
		const tokens = simulator.requests.flatMap(
			({ headers }) => /^Bearer (.+)$/i.exec(String(headers.authorization))?.[1] ?? [],
		);
		expect(tokens.length).toBeGreaterThan(0);
		repeat([secretKey]);
		expect(await call('On_the_blocklist', { number: '13900000001' })).toMatch(/Refused: \*\*\*/);
		repeat([appSecret, ...tokens]);
		expect(await call('Where_a_number_leads', { calledNumber: HOTLINE })).toMatch(
			/Refused: \*\*\*/,
		);
		expect(read.length).toBeGreaterThan(20);
		const secrets = [appKey, appSecret, accessKey, secretKey, settings.mcpToken, ...tokens];
		for (const secret of new Set(secrets)) expect(read.join('\n')).not.toContain(secret);
	});
});
