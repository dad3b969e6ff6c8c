import { CAMPAIGN_IDS } from '../../simulator';
import { SUCCESS, useOutbound, withCode } from './simulatorOutboundClient';

const holder = useOutbound();

const UNKNOWN = '1701234567890129999';
const EVERYTHING = { status: 0, deviceType: 0, curPage: 1, rowsPerPage: 100 };

async function list(changes: Record<string, string | number | undefined> = {}) {
	const query = Object.fromEntries(
		Object.entries({ ...EVERYTHING, ...changes }).filter(([, value]) => value !== undefined),
	) as Record<string, string | number>;
	return (await holder.ask('GET', '', { query })).data;
}

function statusOf(campaignId: string): number | undefined {
	return holder.simulator.data.campaigns.find(({ id }) => id === campaignId)?.status;
}

describe('every outbound route', () => {
	const { empty, paused } = CAMPAIGN_IDS;
	const ROUTES: Array<[method: string, path: string, name: string]> = [
		['GET', '', 'queryCampaigns'],
		['PUT', `/${empty}/pause`, 'pauseCampaign'],
		['PUT', `/${paused}/resume`, 'resumeCampaign'],
		['GET', `/retryPolicy/${empty}`, 'queryRetryPolicy'],
		['POST', `/calldata/${empty}`, 'addCalldata'],
		['GET', `/calldata/${paused}/1801234567890000001`, 'queryCalldata'],
		['POST', `/calldata/${paused}/delete`, 'deleteCalldata'],
		['POST', `/callresult/${empty}`, 'callresult'],
		['GET', '/callresultdetail/1700000001-1', 'callresultdetail'],
		['POST', '/blocklist/add', 'blocklistAdd'],
		['POST', '/blocklist/query', 'blocklistQuery'],
		['POST', '/blocklist/delete', 'blocklistDelete'],
		['POST', '/createObResult', 'createObResult'],
		['POST', '/updateObResult', 'updateObResult'],
		['DELETE', '/1402245659/deleteObsResult', 'deleteObsResult'],
	];

	it.each(ROUTES)('%s %s is counted as %s', async (method, path, name) => {
		await holder.ask(method, path);
		expect(holder.simulator.stats.countsByRoute).toEqual({ [name]: 1 });
		expect(holder.simulator.stats.routes[name]).toEqual({ inFlight: 0, maxInFlight: 1 });
	});

	it.each(ROUTES)('%s %s wants a signature', async (method, path) => {
		const answer = await holder.ask(method, path, { headers: { Authorization: 'auth-v2/a/b' } });
		expect(answer.status).toBe(401);
	});

	it.each(ROUTES)('%s %s knows the tenant’s own VDN only', async (method, path) => {
		const { data } = await holder.ask(method, path, { vdnId: 41 });
		expect(data).toEqual(withCode('0200001', /VDN/));
	});

	it.each(ROUTES)('%s %s fails on demand', async (method, path, route) => {
		holder.simulator.faults = [{ kind: 'status', status: 503, route }];
		expect((await holder.ask(method, path)).status).toBe(503);
		expect((await holder.ask(method, path)).status).toBe(200);
	});

	it.each(ROUTES.filter(([, path]) => /\d{19}/.test(path) && !path.includes('result')))(
		'%s %s says when there is no such campaign',
		async (method, path) => {
			const elsewhere = path.replace(/17\d{17}/, UNKNOWN);
			expect((await holder.ask(method, elsewhere)).data).toEqual(withCode('0200007'));
		},
	);

	it('says when there is no such campaign with results', async () => {
		const { data } = await holder.ask('POST', `/callresult/${UNKNOWN}`, { body: {} });
		expect(data).toEqual(withCode('0200007'));
	});
});

describe('the list of campaigns', () => {
	it('has two pages, in the form of the documents', async () => {
		const { campaigns } = holder.simulator.data;
		const first = await list();
		expect(first).toEqual({
			...withCode(SUCCESS),
			curPage: 1,
			totalSize: 130,
			rowsPerPage: 100,
			curSkillQueueCount: expect.any(Number),
			curIvrCount: expect.any(Number),
			data: campaigns.slice(0, 100),
		});
		expect(first.data[0]).toEqual({
			id: CAMPAIGN_IDS.empty,
			name: expect.any(String),
			status: 2,
			strBeginTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
			strEndTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
			deviceType: 1,
			callerNo: expect.any(String),
		});
		expect((await list({ curPage: 2 })).data).toEqual(campaigns.slice(100));
		expect((await list({ curPage: 3 })).data).toEqual([]);
	});

	it('is about campaigns with ids of their own, too long for a number', () => {
		const ids = holder.simulator.data.campaigns.map(({ id }) => id);
		expect(new Set(ids).size).toBe(130);
		for (const id of ids) expect(id).toMatch(/^\d{18,19}$/);
	});

	it('counts the running ones, at most 20 of a kind', async () => {
		const { curSkillQueueCount, curIvrCount } = await list();
		const { totalSize } = await list({ status: 2 });
		expect(curSkillQueueCount + curIvrCount).toBe(totalSize);
		for (const count of [curSkillQueueCount, curIvrCount]) {
			expect(count).toBeGreaterThan(0);
			expect(count).toBeLessThanOrEqual(20);
		}
	});

	it('begins at page 1 for whoever asks for less, and has ten rows for whoever says nothing', async () => {
		const page = await list({ curPage: -3, rowsPerPage: undefined });
		expect(page).toMatchObject({ curPage: 1, rowsPerPage: 10 });
		expect(page.data).toEqual(holder.simulator.data.campaigns.slice(0, 10));
	});

	it.each([2, 3, 4])('has only campaigns of state %d when that is asked for', async (status) => {
		const { data, totalSize } = await list({ status });
		expect(totalSize).toBeGreaterThan(0);
		for (const row of data) expect(row.status).toBe(status);
	});

	it('has a state that cannot be asked for, as the sample', async () => {
		expect((await list()).data.map(({ status }: { status: number }) => status)).toContain(1);
		expect(await list({ status: 1 })).toEqual(withCode('02000007'));
	});

	it.each([1, 2, 3, 5, 6])('has only campaigns of device type %d', async (deviceType) => {
		const { data } = await list({ deviceType });
		expect(data).not.toEqual([]);
		for (const row of data) expect(row.deviceType).toBe(deviceType);
	});

	it('has only campaigns of a name, and of a time', async () => {
		expect((await list({ name: '欠费' })).totalSize).toBeGreaterThan(5);
		expect((await list({ name: 'Many results' })).data).toHaveLength(1);
		expect((await list({ name: '' })).totalSize).toBe(130);
		const [, , , { strBeginTime = '', strEndTime = '' } = {}] = holder.simulator.data.campaigns;
		const found = await list({ beginTime: strBeginTime, endTime: strEndTime });
		expect(found.data.length).toBeGreaterThan(0);
		expect(found.data.length).toBeLessThan(100);
		for (const row of found.data) {
			expect(row.strBeginTime >= strBeginTime).toBe(true);
			expect(row.strEndTime <= strEndTime).toBe(true);
		}
	});

	it.each([
		[{ status: undefined }, '02000001'],
		[{ status: 5 }, '02000007'],
		[{ status: 'all' }, '02000006'],
		[{ deviceType: undefined }, '02000001'],
		[{ deviceType: 4 }, '02000007'],
		[{ curPage: undefined }, '02000001'],
		[{ curPage: '1.5' }, '02000006'],
		[{ rowsPerPage: 101 }, '02000007'],
		[{ rowsPerPage: 0 }, '02000007'],
		[{ name: 'n'.repeat(31) }, '02000003'],
		[{ beginTime: '2026-03-01' }, '02000007'],
		[{ endTime: '2026-02-30 00:00:00' }, '02000007'],
		[{ limit: 1 }, '0200001'],
	])('is refused for %j with %s', async (changes, code) => {
		expect(await list(changes)).toEqual(withCode(code));
	});
});

describe('a campaign', () => {
	const { empty, paused, finished } = CAMPAIGN_IDS;
	const change = async (id: string, what: string) =>
		(await holder.ask('PUT', `/${id}/${what}`)).data;

	it('is paused and resumed', async () => {
		expect(await change(empty, 'pause')).toEqual(withCode(SUCCESS));
		expect(statusOf(empty)).toBe(3);
		expect(await change(empty, 'resume')).toEqual(withCode(SUCCESS));
		expect(statusOf(empty)).toBe(2);
	});

	it.each([
		[paused, 'pause'],
		[finished, 'pause'],
		[empty, 'resume'],
		[finished, 'resume'],
	])('%s is in no state for %s', async (id, what) => {
		const before = statusOf(id);
		expect(await change(id, what)).toEqual(withCode('0200011'));
		expect(statusOf(id)).toBe(before);
	});

	it('is as at the start after a reset', async () => {
		await change(empty, 'pause');
		holder.simulator.reset();
		expect(statusOf(empty)).toBe(2);
	});

	it('is paused although the answer is cut off', async () => {
		holder.simulator.faults = [{ kind: 'cut', when: 'after', route: 'pauseCampaign' }];
		await expect(change(empty, 'pause')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(statusOf(empty)).toBe(3);
	});

	it('has a retry policy, with JSON as the sample has it', async () => {
		const { data } = await holder.ask('GET', `/retryPolicy/${empty}`);
		expect(data).toEqual({
			...withCode(SUCCESS),
			data: {
				retryPolicyId: expect.stringMatching(/^\d{19}$/),
				policyType: 0,
				policyJson: expect.stringMatching(/^\[\{'dataType'/),
				noRetryPolicy: ['002'],
				busiPolicy: [
					{
						busiResultCode: expect.any(String),
						busiResultSubCode: expect.any(String),
						busiResultPolicy: 0,
						callInterval: 600,
					},
				],
			},
		});
	});

	it('without a retry policy says so', async () => {
		holder.simulator.data.retryPolicies = {};
		expect((await holder.ask('GET', `/retryPolicy/${empty}`)).data.data).toBeNull();
	});
});
