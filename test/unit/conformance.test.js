/** What `npm run conformance` finds on platforms that differ from the description, and what it keeps to itself. */

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const { clockInWords } = require('../../scripts/conformance/clock');
const { examinationOf } = require('../../scripts/conformance/examine');
const { masked } = require('../../scripts/conformance/masked');
const { reportOf, screenDifferences, screenFields } = require('../../scripts/conformance/report');
const conformance = require('../../scripts/conformance');
const { wayPart } = require('../../scripts/conformance/names');
const { pageFaults, secondRowFaults } = require('../../scripts/conformance/paging');
const { questionWith } = require('../../scripts/conformance/plan');
const { loadDescription } = require('../../scripts/load-typescript');
const { findPieces } = require('../../scripts/lib/missing');
const { interfacesIn } = require('../../scripts/lib/interface-files');
const { startSimulator } = require('../../simulator');
const { DIFFERENCES, json } = require('./differences');
const { tamperWith } = require('./tampering');

/** @typedef {import('../../simulator').Simulator} Simulator */
/** @typedef {import('./tampering').Answer} Answer */
/** @typedef {ReturnType<typeof JSON.parse>} Json */

/** Without the oddities that the simulator has at the start. */
const PLAIN = {
	cmsNumbersAsText: false,
	cmsEmptyIsNull: false,
	cmsOddKeys: false,
	cmsCopies: false,
};

const PRODUCTS = ['fabric', 'isales', 'cms', 'ccfs'];

/** @type {Simulator} */
let simulator;

beforeAll(async () => {
	simulator = await startSimulator({ https: false, callsPerDay: 400 });
});

afterAll(async () => await simulator.stop());

beforeEach(() => {
	simulator.reset();
	Object.assign(simulator.behaviour, PLAIN);
});

/** @param {{ fabric?: string, isales?: string }} [origins] */
function settingsFor({ fabric = simulator.fabricUrl, isales = simulator.isalesUrl } = {}) {
	const { appKey, appSecret, tenantSpaceId, accessKey, secretKey, vdnId } = simulator.account;
	return {
		token: { baseUrl: fabric, appKey, appSecret, tenantSpaceId },
		akSk: { baseUrl: isales, accessKey, secretKey, vdnId, ccId: '1' },
		msisdn: Object.keys(simulator.data.subscribers)[0],
		timeZone: 'UTC',
		ignoresSsl: false,
	};
}

/** @param {Parameters<typeof settingsFor>[0]} [origins] */
async function examine(origins) {
	return await report(settingsFor(origins));
}

/** @param {import('../../scripts/conformance/settings').Settings} settings */
async function report(settings) {
	/** @type {number[]} */
	const waits = [];
	const examination = await examinationOf(settings, 0, async (milliseconds) => {
		waits.push(milliseconds);
	});
	const results = await examination.run();
	const text = reportOf(results, settings, { version: '0.0.0', at: Date.now(), gapMs: 0 });
	return { results, text, waits };
}

/**
 * The rows of a part of a report, without its head.
 *
 * @param {string} text
 * @param {string} title
 * @returns {string[]} cells with one bar between them
 */
function rowsOf(text, title) {
	const [, part = ''] = text.split(`\n## ${title}\n`);
	const lines = (part.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
	return lines.slice(2).map((line) =>
		line
			.slice(2, -2)
			.split(' | ')
			.map((one) => one.trim())
			.join(' | '),
	);
}

/** Interfaces that the simulator does not have. */
function notSimulated() {
	const { pages, behaviours } = findPieces();
	return pages.filter((name) => !behaviours.includes(name)).map((name) => name.split('/')[1]);
}

const TITLES = ['Differences', 'Settled here', 'More than described'];

it('finds nothing where nothing differs, and asks every interface that can be asked', async () => {
	const { text, results } = await examine();
	expect(TITLES.flatMap((title) => rowsOf(text, title))).toEqual([]);
	const missing = results.filter(({ state }) => state === 'missing').map(({ name }) => name);
	expect(missing.filter((name) => !notSimulated().includes(name))).toEqual([]);
	expect(results.filter(({ state }) => ['failed', 'forbidden'].includes(state))).toEqual([]);
	expect(results.filter(({ state }) => state === 'answered').length).toBeGreaterThan(45);
	for (const { name, note } of results.filter(({ state }) => state === 'not asked')) {
		expect(`${name} ${note}`).toMatch(/ \w+: \S.+/);
	}
});

it('changes nothing: no interface that writes is asked, and all come one at a time', async () => {
	const { waits } = await examine();
	// The service wants more than a second before each batch of call results.
	const asksForResults = simulator.requests.filter(({ route }) => route === 'callresult');
	expect(asksForResults.length).toBeGreaterThan(0);
	expect(waits.filter((milliseconds) => milliseconds > 1000)).toHaveLength(asksForResults.length);
	const writes = PRODUCTS.flatMap(interfacesIn)
		.filter(({ operation }) => operation['x-write'] !== false)
		.map(({ name }) => name);
	const asked = new Set(simulator.requests.map(({ route }) => route));
	expect(asked.size).toBeGreaterThan(45);
	expect([...asked].filter((route) => writes.includes(route) || route === 'unknown')).toEqual([]);
	const { services } = simulator.stats;
	expect([services.fabric.maxInFlight, services.isales.maxInFlight]).toEqual([1, 1]);
});

it('names each form that the description has beside the plain one', async () => {
	Object.assign(simulator.behaviour, {
		cmsNumbersAsText: true,
		cmsOddKeys: true,
		cmsCopies: true,
		accessCodesBareArray: true,
		announceExpiry: 'expiresIn',
		callsNewestFirst: true,
		// More than a day, so that another day is yesterday there at whatever time this runs.
		clockOffsetSeconds: 26 * 3600,
		tokenLifetimeSeconds: 600,
		beyondOffset: 'repeat',
		appKeyOptional: true,
		requireTenantSpace: true,
		refusesOldCalls: true,
	});
	const { text } = await examine();
	const settled = rowsOf(text, 'Settled here');
	expect(settled.map((row) => row.replace(/: .*? \| /, ' | '))).toEqual([
		'data is the list itself, without a total | queryAccessCodeList',
		'beyond offset 100 the rows of offset 100 come again | queryAccessCodeList',
		'X-APP-Key may be left out | querySkills',
		'X-TenantSpaceID must be there | querySkills',
		"the token's life is in expiresIn, not in Expires | tokenByAkSk",
		'a token lives for 600 seconds, not for the 3600 asked for | tokenByAkSk',
		expect.stringMatching(
			/^code and payload come a second time, in result and resultDatas \| .*rindexVdn/,
		),
		'the name of agentId has a blank at its end | querycalldetailbyid',
		'the newest calls come first | querycallsV2',
		'numbers are text | querycallsV2',
		'a span that begins before yesterday is refused | querycallsV2',
	]);
	const clocks = rowsOf(text, 'Differences');
	expect(clocks).toHaveLength(4);
	for (const row of clocks)
		expect(row).toMatch(/\(clock\) \| .* \| 93[56]\d{2} s ahead of this machine$/);
});

it('names what has no calls, and a token without an end', async () => {
	Object.assign(simulator.behaviour, {
		cmsEmptyIsNull: true,
		announceExpiry: 'none',
		beyondOffset: 'continue',
	});
	simulator.behaviour.centreTime = Date.parse('2020-01-01');
	const { text } = await examine();
	expect(rowsOf(text, 'Settled here')).toEqual([
		'rows beyond offset 100 are given out | queryAccessCodeList',
		'the token does not say how long it lives | tokenByAkSk',
		'no calls are null, not an empty list | querycallsV2',
	]);
});

describe('a platform with differences', () => {
	/** @type {string} */
	let text;

	/** @type {string} */
	let screen;

	/** @type {string} */
	let fields;

	/** Texts and numbers of all answers that could be somebody's. @type {Set<string>} */
	const values = new Set();

	/** @param {unknown} value @param {string} name */
	function note(value, name = '') {
		if (typeof value === 'object' && value !== null) {
			for (const [key, inner] of Object.entries(value)) note(inner, key);
		} else if (/name|phone|call|account|number|email|token|key|id$|no$/i.test(name)) {
			const isOfSomebody = typeof value === 'string' ? value.length > 4 : Number(value) > 99999;
			if (isOfSomebody) values.add(String(value));
		}
	}

	beforeAll(async () => {
		simulator.reset();
		Object.assign(simulator.behaviour, PLAIN);
		/** @type {Set<unknown>} */
		const changed = new Set();
		/** @param {string} pathname @param {Answer} answer */
		const tamper = (pathname, answer) => {
			if (answer.headers['content-type']?.includes('json')) note(JSON.parse(answer.text));
			const found = DIFFERENCES.filter((one) => pathname.endsWith(`/${one[0]}`));
			// Interfaces that are asked again may refuse then.
			for (const one of found.filter((some) => !changed.has(some))) {
				changed.add(one);
				one[1](answer);
			}
		};
		const fabric = await tamperWith(simulator.fabricUrl, tamper);
		const isales = await tamperWith(simulator.isalesUrl, tamper);
		const examined = await examine({ fabric: fabric.origin, isales: isales.origin });
		text = examined.text;
		screen = screenDifferences(examined.results);
		fields = screenFields(examined.results);
		await fabric.stop();
		await isales.stop();
	});

	it.each(DIFFERENCES)('names that of %s', (_end, _change, title, row) => {
		expect(rowsOf(text, title)).toContain(row);
	});

	it('shows on the screen what differs', () => {
		expect(screen).toMatch(/API Fabric querySkills +data\[\]\.skillId +number +text of 2 digits/);
		expect(screen.split('\n').length).toBe(rowsOf(text, 'Differences').length + 2);
		expect(fields).toMatch(/CC-iSales queryCampaigns +data\[\]\.ownerDepartment/);
		expect(fields).toMatch(/API Fabric queryAgentInfoByAccount +data\.workNo/);
	});

	it('names no other differences', () => {
		for (const title of [...TITLES, 'Values without a meaning']) {
			const expected = DIFFERENCES.filter((one) => one[2] === title).map(([, , , row]) => row);
			const places = expected.map((row) => row.split(' | ')[0]);
			const others = rowsOf(text, title).filter(
				(row) => !expected.includes(row) && !places.includes(row.split(' | ')[0]),
			);
			// What is in another envelope is missing where it should be.
			expect(others.filter((row) => !/queryCampaigns|hisindexAgent /.test(row))).toEqual([]);
		}
	});

	it('has nothing of anybody: no numbers, names, keys and addresses', () => {
		expect(values.size).toBeGreaterThan(200);
		const { vdnId, ...keys } = simulator.account;
		expect(vdnId).toBeDefined();
		const secrets = [
			...values,
			...Object.values(keys),
			'127.0.0.1',
			'Zhang San',
			'Sales of Example',
			'Agent_0',
			'agent00',
			...['wangwu', 'zhaoliu', 'sunba', 'li.si', 'Zhou Jiu'],
		];
		expect(secrets.filter((value) => `${text}${screen}${fields}`.includes(value))).toEqual([]);
		expect(text.replace(/\b(0100000|0299999|\d{4}-\d\d-\d\d)\b/g, '').match(/\d{8,}/g)).toBeNull();
	});
});

/**
 * How lists come in pages: the interface, what the platform gives of its rows, and what is said of it.
 *
 * @type {Array<[how: string, name: string, give: (rows: Json[], start: number, size: number) => Json[], faults: string[]]>}
 */
const PAGES = [
	[
		'as asked for',
		'blocklistQuery',
		(rows, offset, limit) => rows.slice(offset, offset + limit),
		[],
	],
	[
		'with pages from 1',
		'queryCampaigns',
		(rows, page, size) => rows.slice((page - 1) * size, page * size),
		[],
	],
	[
		'without a look at the offset',
		'blocklistQuery',
		(rows, _offset, limit) => rows.slice(0, limit),
		['offset: the first row again'],
	],
	[
		'without a look at the limit',
		'blocklistQuery',
		(rows, offset) => rows.slice(offset),
		['data: list of 2'],
	],
	[
		'with pages from 0',
		'queryCampaigns',
		(rows, page, size) => rows.slice(page * size, (page + 1) * size),
		['data: list of 0'],
	],
	[
		'with every second row only',
		'blocklistQuery',
		(rows, offset, limit) => rows.slice(2 * offset, 2 * offset + limit),
		['offset: another row'],
	],
	[
		'twice',
		'blocklistQuery',
		(rows, offset, limit) => rows.slice(offset, offset + limit).flatMap((row) => [row, row]),
		['data: rows that come twice', 'totalCount: text of 1 digit: 3'],
	],
	[
		'whole, whatever page is asked for',
		'queryCampaigns',
		(rows) => rows,
		['data: list of 3', 'curPage: the first row again'],
	],
];

it.each([
	[1_000, 'the same, to a second'],
	[-90_000, '90 s behind this machine'],
	[26 * 3_600_000, '93600 s ahead of this machine'],
	[-2_465 * 24 * 3_600_000, '2465 days behind this machine'],
])('says what a clock is like that differs by %i ms', (difference, words) => {
	expect(masked(clockInWords(difference), settingsFor())).toBe(words);
});

it.each(PAGES)('looks at lists that come %s', async (_how, name, give, faults) => {
	const description = await loadDescription().readDescription();
	const operation = description.interfaces.get(name);
	if (!operation) throw new Error(`${name} is not described.`);
	const { offset, limit, size } = operation.paging ?? {};
	const names = [offset ?? 'curPage', limit ?? size ?? ''];
	const ids = ['1', '2', '3'].map((id) => ({ id, name: 'Example' }));
	const { from = 0 } = operation.paging ?? {};
	/** @param {Record<string, number>} values */
	const put = async (values) => {
		const empty = { path: '', qs: {}, body: undefined };
		const question = questionWith(operation, description, empty, values);
		const [start = 0, rows = 0] = names.map((one) =>
			Number({ ...question.qs, ...question.body }[one]),
		);
		const json = { data: give(ids, start, rows), totalCount: '3', totalSize: '3' };
		return {
			state: 'answered',
			note: '',
			json,
			differences: pageFaults(operation, question, json),
		};
	};
	const read = await put({ [names[0] ?? '']: from, [names[1] ?? '']: 10 });
	const turned = await secondRowFaults(operation, read.json.data, put);
	const told = [...read.differences, ...turned].map(({ field, seen }) => `${field}: ${seen}`);
	expect([...new Set(told)]).toEqual(faults);
});

it.each([
	['rows that are numbers', { wangwu: 3, zhaoliu: 4 }, 'wangwu', '0'],
	['a single row', { sunba: {} }, 'sunba', '0'],
	['a row beside a total', { total: 1, zhangsan: {} }, 'zhangsan', '0'],
	['a new field among known ones', { agentId: 1, skillId: 2, mood: 3 }, 'mood', 'mood'],
	['a known field', { total: 1, list: [], callId: '' }, 'callId', 'callId'],
])('shows no names of rows: %s', (_what, object, name, part) => {
	expect(wayPart(object, name, { isAnswer: false, described: [] })).toBe(part);
});

it('fetches a new token when the one it has was ended, and says so', async () => {
	let isEnded = false;
	const fabric = await tamperWith(simulator.fabricUrl, async (pathname) => {
		if (isEnded || !pathname.endsWith('/querySkills')) return;
		isEnded = true;
		await fetch(`${simulator.fabricUrl}/simulator/end-tokens`, { method: 'POST' });
	});
	const { text, results } = await examine({ fabric: fabric.origin });
	await fabric.stop();
	expect(rowsOf(text, 'Differences')).toEqual([
		'API Fabric tokenByAkSk | `AccessToken` | taken until it runs out | refused before that',
	]);
	expect(results.filter(({ state }) => state === 'forbidden')).toEqual([]);
});

it('fetches a new token when the one it has runs out, and not again and again for who is not let in', async () => {
	const fabric = await tamperWith(simulator.fabricUrl, (pathname, answer) => {
		// A token that ends as soon as it is there.
		if (pathname.endsWith('/tokenByAkSk')) json((it) => (it.Expires = '0.001'))(answer);
	});
	const short = await examine({ fabric: fabric.origin });
	await fabric.stop();
	expect(short.results.filter(({ state }) => state === 'forbidden')).toEqual([]);
	const fetched = () => simulator.requests.filter(({ route }) => route === 'tokenByAkSk').length;
	expect(fetched()).toBeGreaterThan(10);
	simulator.reset();
	Object.assign(simulator.behaviour, PLAIN);
	const closed = [
		'queryCalledRoute',
		'queryCallDetailRecord',
		'satisfactionQuery',
		'getCalledInfo',
	];
	simulator.faults = closed.map((route) => ({ kind: 'status', status: 401, route, times: 0 }));
	const { text, results } = await examine();
	expect(results.filter(({ state }) => state === 'forbidden').length).toBeGreaterThan(1);
	expect(rowsOf(text, 'Differences')).toEqual([]);
	expect(fetched()).toBeLessThan(5);
});

it('waits for a whole answer as long as it may take, and says so', async () => {
	const server = http.createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		const dribble = setInterval(() => response.write(' '), 20);
		response.on('close', () => clearInterval(dribble));
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	const settings = settingsFor({ fabric: `http://127.0.0.1:${port}` });
	const { text } = await report({ ...settings, akSk: undefined, deadlineMs: 200 });
	expect(rowsOf(text, 'Missing, forbidden, refused, failed')).toEqual([
		'API Fabric tokenByAkSk | failed | no whole answer within 0.2 s',
	]);
	await new Promise((resolve) => server.close(resolve));
});

it('leaves CC-FS alone when the keys are refused, as wrong signatures lock the address', async () => {
	const settings = settingsFor();
	settings.akSk.secretKey = 'wrong';
	const { results, text } = await report(settings);
	const asked = simulator.requests.filter(({ service }) => service === 'isales');
	// Those that the simulator does not have are not found before any keys are looked at.
	expect(asked.filter(({ status }) => status !== 404).map(({ status }) => status)).toEqual(
		Array.from({ length: 6 }, () => 401),
	);
	expect(asked.filter(({ path: asked }) => asked.startsWith('/CCFS'))).toEqual([]);
	expect(results.filter(({ product }) => product === 'ccfs').map(({ state }) => state)).toEqual(
		Array.from({ length: 6 }, () => 'not asked'),
	);
	expect(text).toContain('CC-iSales let none of 3 questions in');
});

it('leaves CC-FS alone when something else than the platform answers', async () => {
	simulator.faults = [
		{ kind: 'json', body: { error: 'Sign in first' }, service: 'isales', times: 0 },
	];
	const { results } = await examine();
	const asked = results.filter(({ product, ms }) => product === 'ccfs' && ms !== undefined);
	expect(asked).toEqual([]);
});

it('asks CC-FS no more once it has refused the keys', async () => {
	simulator.faults = [{ kind: 'status', status: 401, route: 'downloadRecord', times: 0 }];
	const { results } = await examine();
	const ofFiles = results.filter(({ product }) => product === 'ccfs');
	expect(ofFiles.filter(({ ms }) => ms !== undefined).map(({ name }) => name)).toEqual([
		'downloadRecord',
	]);
});

describe('the command', () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-'));
	const file = path.join(folder, 'report.md');
	const before = { ...process.env };

	beforeEach(() => {
		jest.spyOn(console, 'log').mockImplementation(() => {});
		jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
	});

	afterEach(() => {
		jest.restoreAllMocks();
		process.env = before;
	});

	afterAll(() => fs.rmSync(folder, { recursive: true }));

	it('takes one credential out of the environment, says that it changes nothing, and writes the report', async () => {
		const { accessKey, secretKey, vdnId } = simulator.account;
		process.env = {
			...before,
			AICC_ISALES_URL: simulator.isalesUrl,
			AICC_ACCESS_KEY: accessKey,
			AICC_SECRET_KEY: secretKey,
			AICC_VDN_ID: String(vdnId),
		};
		expect(await conformance.run(['--gap=0', `--report=${file}`])).toBe(0);
		const screen = jest.mocked(console.log).mock.calls.flat().join('\n');
		expect(screen).toMatch(/CC-CMS +querycallsV2 +answered +200/);
		expect(screen).toContain('nothing was changed on the platform');
		const text = fs.readFileSync(file, 'utf8');
		expect(rowsOf(text, 'Not asked')).toContain(
			'API Fabric querySkills | not asked | no Token API credential',
		);
		expect(simulator.requests.filter(({ service }) => service === 'fabric')).toEqual([]);
	});

	it('asks no more when it is interrupted, and reports what there is', async () => {
		const { accessKey, secretKey, vdnId } = simulator.account;
		// The answer waits until the command has heard of it.
		const platform = await tamperWith(simulator.isalesUrl, async () => {
			command.kill('SIGINT');
			await isHeard;
		});
		const env = {
			...before,
			AICC_FABRIC_URL: '',
			AICC_ISALES_URL: platform.origin,
			AICC_ACCESS_KEY: accessKey,
			AICC_SECRET_KEY: secretKey,
			AICC_VDN_ID: String(vdnId),
		};
		const args = ['scripts/run.js', 'conformance', '--gap=0', `--report=${file}`];
		const command = spawn(process.execPath, args, { env });
		const isHeard = new Promise((resolve) => {
			command.stdout.on('data', (text) => /^Stopping/m.test(String(text)) && resolve(true));
		});
		const [exitCode] = await once(command, 'exit');
		expect(exitCode).toBe(0);
		await platform.stop();
		expect(simulator.requests).toHaveLength(1);
		expect(rowsOf(fs.readFileSync(file, 'utf8'), 'Not asked')).toContain(
			'CC-CMS querycallsV2 | not asked | the command was stopped',
		);
	});

	it('fails when nothing answers at all', async () => {
		process.env = {
			...before,
			AICC_FABRIC_URL: 'http://127.0.0.1:9',
			AICC_APP_KEY: 'key',
			AICC_APP_SECRET: 'secret',
		};
		const told = jest.spyOn(console, 'error').mockImplementation(() => {});
		expect(await conformance.run(['--gap=0', `--report=${file}`])).toBe(1);
		expect(told.mock.calls.flat().join()).toContain('did not answer at all');
		expect(rowsOf(fs.readFileSync(file, 'utf8'), 'Missing, forbidden, refused, failed')).toEqual([
			'API Fabric tokenByAkSk | failed | ECONNREFUSED',
		]);
	});

	it('names what is missing, and does not begin', async () => {
		process.env = { ...before, AICC_ISALES_URL: simulator.isalesUrl, AICC_ACCESS_KEY: 'key' };
		await expect(conformance.run([])).rejects.toThrow('set AICC_SECRET_KEY');
		process.env = { ...before };
		await expect(conformance.run([])).rejects.toThrow('AICC_FABRIC_URL');
		const { accessKey, secretKey } = simulator.account;
		const keys = {
			AICC_ISALES_URL: simulator.isalesUrl,
			AICC_ACCESS_KEY: accessKey,
			AICC_SECRET_KEY: secretKey,
		};
		process.env = { ...before, ...keys, AICC_VDN_ID: 'forty' };
		await expect(conformance.run([])).rejects.toThrow('VDN ID');
		process.env = { ...before, ...keys, AICC_VDN_ID: '40', AICC_IGNORE_SSL_ISSUES: 'yes' };
		await expect(conformance.run([])).rejects.toThrow('neither true nor false');
		const addresses = {
			AICC_ISALES_URL: 'Base URL',
			AICC_CMS_URL: 'CC-CMS Base URL',
			AICC_CCFS_URL: 'CC-FS Base URL',
		};
		for (const [variable, label] of Object.entries(addresses)) {
			process.env = { ...before, ...keys, AICC_VDN_ID: '40', [variable]: 'cms.example.com/rest' };
			await expect(conformance.run([])).rejects.toThrow(`${label} is not a usable address`);
		}
		const fabric = {
			AICC_FABRIC_URL: simulator.fabricUrl,
			AICC_APP_KEY: 'a',
			AICC_APP_SECRET: 'b',
		};
		process.env = { ...before, ...fabric, AICC_TOKEN_URL: 'token' };
		await expect(conformance.run([])).rejects.toThrow('Token Base URL is not a usable address');
		expect(simulator.requests).toEqual([]);
	});
});
