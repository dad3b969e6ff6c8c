/** The simulated contact centre lives a day, and whatever one asks of it agrees. */
import type { Fields } from '../../simulator/core/answer';
import { sendTo, useDescribed } from './simulatorDescribed';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** 2 March 2026, 00:00 in Shanghai, which is eight hours ahead of UTC. */
const START = Date.UTC(2026, 2, 1, 16);
const TODAY = START + DAY_MS;
/** One is talked and one waits, and neither ever ends. */
const OUR_CALLS = ['1700000000000-100009', '1700000000000-100010'];
const LONGEST = 'IDX_DURATION_SKILL_MAX_QUEUE_ACK';
const IN_STATES = ['CONNECT', 'SET_IDLE', 'SET_BUSY', 'ACW', 'REST', 'STUDY'];

const world = useDescribed({
	timeZone: 'Asia/Shanghai',
	centreStart: START,
	callsPerDay: 2000,
	agents: 160,
	skills: 40,
});

type Row = Record<string, string>;
type IndicatorRow = { id: string; idxs: Array<{ id: string; val: never }> };

async function ask(name: string, fields: Fields): Promise<Record<string, never>> {
	const operation = world.operationOf(`cms/${name}`);
	const { status, data } = await sendTo(world, operation, { ccId: 1, vdn: 40, ...fields });
	expect(status).toBe(200);
	return data;
}

async function payload<T>(name: string, fields: Fields): Promise<T> {
	return (await ask(name, fields)).resultDesc as T;
}

function at(time: number): void {
	world.simulator.behaviour.centreTime = time;
}

const skillIds = () => world.simulator.data.skills.map(({ skillId }) => skillId);
const agentIds = () => world.simulator.data.agents.map(({ workNo }) => Number(workNo));

/** Each indicator's sum over all rows. */
function sums(rows: IndicatorRow[]): Record<string, number> {
	const all: Record<string, number> = {};
	for (const { id, val } of rows.flatMap(({ idxs }) => idxs)) {
		const values = typeof val === 'string' ? [val] : Object.values(val);
		for (const value of values) all[id] = (all[id] ?? 0) + Number(value);
	}
	return all;
}

/** Records of one direction, all pages of them. */
async function records(isCallIn: 'true' | 'false', begin = START, end = START + 9 * DAY_MS) {
	const rows: Row[] = [];
	for (;;) {
		const span = { beginDate: begin, endDate: end, isCallIn, limit: 100, offset: rows.length };
		const { data, count } = await payload<{ data: Row[] | null; count: number }>(
			'querycallsV2',
			span,
		);
		rows.push(...(data ?? []));
		if (rows.length >= count || data === null) return rows;
	}
}

async function allRecords(...span: number[]): Promise<Row[]> {
	return [...(await records('true', ...span)), ...(await records('false', ...span))];
}

/** IDs of the calls that agents have. */
async function agentCalls(): Promise<string[]> {
	const rows = await payload<Array<{ callList: Row[] }>>('agentgroupQueryagentcalls', {
		agentIds: agentIds(),
	});
	return rows.flatMap(({ callList }) => callList.map(({ callId }) => String(callId)));
}

async function skillSums(): Promise<Record<string, number>> {
	const agents = [...IN_STATES, 'SIGN_IN', 'USABLE'].map((one) => `IDX_COUNT_REAL_AGENT_${one}`);
	const indexIds = [...agents, 'IDX_COUNT_REAL_SKILL_QUEUE', 'IDX_COUNT_REAL_SKILL_HANDLE'];
	return sums(await payload('skillRindex', { skillIds: skillIds(), indexIds }));
}

async function waiting(): Promise<string[]> {
	const ids: string[] = [];
	for (const skillId of skillIds()) {
		const rows = await payload<Row[]>('queuedevicestatus', { skillId });
		ids.push(...rows.map(({ callId }) => String(callId)));
	}
	return ids;
}

const HOURS = Array.from({ length: 8 }, (_, index) => 0.4 + 3 * index);

describe('a day', () => {
	const seenLive = new Set<string>();

	it.each(HOURS)('has indicators, queues, agents and calls that agree at hour %d', async (hour) => {
		at(TODAY + hour * HOUR_MS);
		const indexIds = ['IDX_COUNT_REAL_VDN_CONNECT', 'IDX_COUNT_REAL_VDN_CALL'];
		const vdn = sums(await payload('rindexVdn', { vdnIds: [40], indexIds }));
		const skills = await skillSums();
		const queued = await waiting();
		const talked = await agentCalls();
		const agent = (state: string) => skills[`IDX_COUNT_REAL_AGENT_${state}`] ?? 0;
		expect(skills.IDX_COUNT_REAL_SKILL_QUEUE).toBe(queued.length);
		expect(vdn.IDX_COUNT_REAL_VDN_CONNECT).toBe(talked.length);
		expect(skills.IDX_COUNT_REAL_SKILL_HANDLE).toBe(talked.length);
		expect(agent('CONNECT')).toBe(talked.length);
		expect(vdn.IDX_COUNT_REAL_VDN_CALL).toBeGreaterThanOrEqual(talked.length + queued.length);
		expect(agent('USABLE')).toBeLessThanOrEqual(agent('SET_IDLE'));
		const inStates = IN_STATES.reduce((sum, state) => sum + agent(state), 0);
		expect(agent('SIGN_IN')).toBe(inStates);
		const all = { ccId: '1', vdn: '40', offset: 0, limit: 1000 };
		const signedOut = await ask('queryAgentByStatus', { ...all, status: '0' });
		expect(agent('SIGN_IN')).toBe(agentIds().length - Number(signedOut.total));

		const waits = await payload<IndicatorRow[]>('skillRindex', {
			skillIds: skillIds(),
			indexIds: [LONGEST],
		});
		const longest = Math.max(...waits.map((row) => sums([row])[LONGEST] ?? 0));
		const stored = new Set((await allRecords()).map(({ callId }) => callId));
		for (const callId of [...queued, ...talked]) {
			seenLive.add(callId);
			expect(stored.has(callId)).toBe(false);
			const info = await payload<Row>('querybasiccallinfo', { callId });
			expect(info.time).toBe(callId.split('-')[0]);
			if (queued.includes(callId)) expect(Number(info.waitTime)).toBeLessThanOrEqual(longest);
			const detail = { queryParam: { ccId: 1, isCallin: 'true', callId } };
			expect((await ask('querycalldetailbyid', detail)).resultCode).toBe('0100002');
		}
	});

	it('had calls that waited and were talked, each of which is recorded once', async () => {
		at(TODAY + DAY_MS);
		const ids = (await allRecords()).map(({ callId }) => callId);
		expect(new Set(ids).size).toBe(ids.length);
		expect(seenLive.size).toBeGreaterThan(30);
		const endless = [...seenLive].filter((callId) => !ids.includes(callId));
		expect(endless.sort()).toEqual(OUR_CALLS);
	});
});

describe('history', () => {
	const COUNTS = ['TOTAL_CALL', 'CONNECTED_CALL', 'ABANDONED_CALL', 'INBOUND_CALL'];

	beforeEach(() => at(TODAY + DAY_MS + 8 * HOUR_MS));

	it('of the VDN has every record of the day, by quarters of an hour in UTC', async () => {
		const rows = await payload<IndicatorRow[]>('hisindexVdn', {
			vdnIds: [40],
			indexIds: COUNTS.map((one) => `IDX_COUNT_${one}`),
			timeGrain: '15MIN',
			enableOffset: 'Y',
		});
		const times = Object.keys(rows[0]?.idxs[0]?.val ?? {});
		expect(times).toHaveLength(96);
		expect(times[0]).toBe('2026-03-02 16:00:00.0');
		const [inbound, outbound] = [
			await records('true', TODAY, TODAY + DAY_MS - 1),
			await records('false', TODAY, TODAY + DAY_MS - 1),
		];
		const connected = [...inbound, ...outbound].filter(({ callBegin }) => callBegin !== '0');
		const total = inbound.length + outbound.length;
		expect(total).toBeGreaterThan(1000);
		expect(sums(rows)).toEqual({
			IDX_COUNT_TOTAL_CALL: total,
			IDX_COUNT_CONNECTED_CALL: connected.length,
			IDX_COUNT_ABANDONED_CALL: total - connected.length,
			IDX_COUNT_INBOUND_CALL: inbound.length,
		});
	});

	it('of agents is the same by hours and by the day', async () => {
		const indexIds = ['IDX_COUNT_AGENT_CONNECTED', 'IDX_COUNT_AGENT_REST'];
		const asked = { agentIds: agentIds().slice(0, 100), indexIds };
		const grain = { timeGrain: '60MIN', enableOffset: 'Y' };
		const day = { beginDayTime: '2026-03-03 00:00:00', endDayTime: '2026-03-03 23:59:59' };
		const byHours = sums(await payload('hisindexAgent', { ...asked, ...grain }));
		const byDay = sums(await payload('hisindexAgentforday', { ...asked, ...day }));
		expect(byHours).toEqual(byDay);
		expect(byDay.IDX_COUNT_AGENT_CONNECTED).toBeGreaterThan(300);
	});

	it('is kept from yesterday on', async () => {
		const rows = await allRecords(1, TODAY + 9 * DAY_MS);
		expect(Math.min(...rows.map(({ logDate }) => Number(logDate)))).toBeGreaterThanOrEqual(TODAY);
		const tooOld = { beginDate: TODAY - 1, endDate: TODAY + HOUR_MS, isCallIn: 'true' };
		expect((await ask('querycallsV2', tooOld)).resultCode).toBe('0100000');
		world.simulator.behaviour.refusesOldCalls = true;
		expect(await ask('querycallsV2', tooOld)).toMatchObject({
			resultCode: '0100002',
			resultDesc: expect.any(String),
		});
	});

	it('has tracks and details that are those of the records', async () => {
		const rows = (await records('true')).filter((_, index) => index % 97 === 0);
		expect(rows.length).toBeGreaterThan(5);
		for (const { callId = '', logDate, callEnd, callBegin, leaveReason } of rows) {
			const parts = await payload<Row[]>('querycalltracedetail', { callId, logDate });
			const last = parts[parts.length - 1];
			const numbers = parts.map((_, index) => String(index + 1 < parts.length ? index + 1 : -1));
			expect(parts.map(({ callIdNum }) => callIdNum)).toEqual(numbers);
			expect(last).toMatchObject({ callEnd, LeaveReason: leaveReason, releaseCause: leaveReason });
			const detail = { queryParam: { ccId: 1, isCallin: 'true', callId } };
			const { callTime } = await payload<Row>('querycalldetailbyid', detail);
			expect(Number(callTime) > 0).toBe(callBegin !== '0');
		}
	});

	it('has a missed call for each record of a caller whom nobody answered', async () => {
		const unanswered = (await records('true')).filter(({ callBegin }) => callBegin === '0');
		const { missedCalls = [] } = await ask('queryMissedCalls', {
			offset: 0,
			limit: 5000,
			beginTime: '2026-03-01 00:00:00',
		});
		const missed = (missedCalls as Row[]).map(({ callId }) => callId);
		expect(unanswered.length).toBeGreaterThan(100);
		expect(unanswered.filter(({ callId }) => !missed.includes(callId))).toEqual([]);
	});
});

describe('the same seed', () => {
	const END = TODAY + 13 * HOUR_MS;

	it('gives the same history, however often one looks', async () => {
		at(END);
		const once = await allRecords();
		const states = await skillSums();
		for (let time = START; time < END; time += HOUR_MS) {
			at(time);
			await skillSums();
		}
		at(END);
		expect(await allRecords()).toEqual(once);
		expect(await skillSums()).toEqual(states);
	});

	it('is not another one', async () => {
		at(END);
		const once = await allRecords();
		world.simulator.options.centreSeed = 2;
		world.simulator.reset();
		at(END);
		expect(await allRecords()).not.toEqual(once);
		world.simulator.options.centreSeed = 1;
	});
});
