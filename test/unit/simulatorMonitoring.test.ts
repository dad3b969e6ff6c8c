/** The forms in which the simulator's CC-CMS answers, and what tests can change in its centre. */
import { centreOf, type Call } from '../../simulator';
import type { Fields } from '../../simulator/core/answer';
import { sendTo, useDescribed } from './simulatorDescribed';

const world = useDescribed();

const RECORD = '1700000000000-100001';
const DETAIL = { queryParam: { ccId: 1, isCallin: 'true', callId: RECORD } };
const INBOUND = { beginDate: 1, endDate: 4_102_444_800_000, isCallIn: 'true' };

async function ask(name: string, fields: Fields) {
	const operation = world.operationOf(`cms/${name}`);
	const { data } = await sendTo(world, operation, { ccId: 1, vdn: 40, ...fields });
	return data;
}

describe('an answer as in the samples', () => {
	it('has numbers as text, apart from a few', async () => {
		const { resultDesc } = await ask('querycallsV2', INBOUND);
		expect(resultDesc.data[0]).toMatchObject({
			logDate: expect.stringMatching(/^\d{13}$/),
			callType: '0',
			vdn: 40,
			subMediaType: 0,
		});
	});

	it('has null for no calls, and copies of its payload', async () => {
		const answer = await ask('querycallsV2', { ...INBOUND, callerNo: '10086' });
		expect(answer.resultDesc).toEqual({ data: null, count: 0 });
		expect(answer.resultDatas).toEqual(answer.resultDesc);
		expect(answer.result).toBe('0');
	});

	it('has a key with a blank, and others with capitals', async () => {
		expect((await ask('querycalldetailbyid', DETAIL)).resultDesc).toMatchObject({
			'agentId ': '101',
		});
		const track = await ask('querycalltracedetail', { callId: RECORD, logDate: 1_700_000_060_000 });
		expect(track.resultDesc[0]).toMatchObject({ LeaveReason: '15', CurrentSkillID: '10' });
	});

	it('passes over a filter that is none', async () => {
		const { resultDesc } = await ask('querycallsV2', { ...INBOUND, agentId: 101 });
		expect(resultDesc.count).toBeGreaterThan(100);
	});
});

it('can be as in the tables', async () => {
	Object.assign(world.simulator.behaviour, {
		cmsNumbersAsText: false,
		cmsEmptyIsNull: false,
		cmsOddKeys: false,
		cmsCopies: false,
	});
	const { resultDesc } = await ask('querycallsV2', INBOUND);
	expect(resultDesc.data[0]).toMatchObject({ logDate: expect.any(Number), callType: 0 });
	expect(await ask('querycallsV2', { ...INBOUND, callerNo: '10086' })).toEqual({
		resultCode: '0100000',
		resultDesc: { data: [], count: 0 },
	});
	expect((await ask('querycalldetailbyid', DETAIL)).resultDesc).toMatchObject({ agentId: 101 });
});

describe('the records', () => {
	it('may come with the newest first', async () => {
		world.simulator.behaviour.centreTime = Date.now();
		const { count } = (await ask('querycallsV2', INBOUND)).resultDesc;
		const last = await ask('querycallsV2', { ...INBOUND, offset: count - 1 });
		world.simulator.behaviour.callsNewestFirst = true;
		const [first] = (await ask('querycallsV2', INBOUND)).resultDesc.data;
		expect(last.resultDesc.data).toEqual([first]);
	});

	it('may be asked for by when calls began to wait', async () => {
		world.simulator.behaviour.callsBy = 'waitBegin';
		const { data } = (await ask('querycallsV2', { ...INBOUND, offset: 20 })).resultDesc;
		const beginDate = Number(data[0].waitBegin);
		const found = (await ask('querycallsV2', { ...INBOUND, beginDate, endDate: beginDate }))
			.resultDesc;
		expect(found.data).toContainEqual(data[0]);
	});

	it('have the calls that a test adds, and no others in a quiet centre', async () => {
		const { options, data } = world.simulator;
		options.callsPerDay = 0;
		expect((await ask('querycallsV2', INBOUND)).resultDesc.count).toBe(0);
		const [known] = data.addedCalls as [Call];
		const added = { ...known, callId: '1800000000000-100001', logDate: Date.now() - 1 };
		data.addedCalls.push(added);
		expect((await ask('querycallsV2', INBOUND)).resultDesc).toMatchObject({
			count: 1,
			data: [{ callId: added.callId, logDate: String(added.logDate) }],
		});
		options.callsPerDay = 4000;
	});
});

it('lets the centre go faster than the clock', () => {
	const { behaviour } = world.simulator;
	behaviour.centreSpeed = 60;
	const before = centreOf(world.simulator).now;
	behaviour.clockOffsetSeconds = 60;
	expect(centreOf(world.simulator).now - before).toBeGreaterThanOrEqual(60 * 60 * 1000);
});

it('has a thousand agents when they are wanted, and one who is new to the centre', async () => {
	world.simulator.options.agents = 1000;
	world.simulator.reset();
	const agentIds = Array.from({ length: 1000 }, (_, index) => 101 + index);
	const { resultDesc } = await ask('agentstatusinfobyagentids', { agentIds });
	expect(resultDesc).toHaveLength(1000);
	const [agent] = world.simulator.data.agents;
	world.simulator.data.agents.push({ ...agent, workNo: '2000' } as never);
	const asked = { agentIds: [101, 2000] };
	expect((await ask('agentstatusinfobyagentids', asked)).resultDesc).toMatchObject([
		{ workNo: '101', status: '7', ctiStatus: 7 },
		{ workNo: '2000', status: '0', ctiStatus: 0 },
	]);
	world.simulator.options.agents = 230;
});

it('tells what a test chooses in place of what it has', async () => {
	const { data } = world.simulator;
	data.chosenIndicators = { 10: { IDX_COUNT_REAL_SKILL_QUEUE: 77 } };
	data.chosenStates = { 102: 'rest' };
	const indexIds = ['IDX_COUNT_REAL_SKILL_QUEUE'];
	const { resultDesc } = await ask('skillRindex', { skillIds: [10, 100], indexIds });
	expect(resultDesc).toEqual([
		{ id: '10', idxs: [{ id: indexIds[0], val: '77' }] },
		{ id: '100', idxs: [{ id: indexIds[0], val: expect.stringMatching(/^\d$/) }] },
	]);
	const rows = await ask('agentstatusinfobyagentids', { agentIds: [102] });
	expect(rows.resultDesc).toMatchObject([{ status: '8' }]);
});
