/** One call of CC-CMS, in progress or over, and calls that were missed: in which form they come out. */
import { shown } from './fixtures';
import { useOwnPlatform } from './ownPlatform';

const platform = useOwnPlatform();

const SUCCESS = { resultCode: '0100000' };

describe('Call Record: Get', () => {
	const get = { resource: 'callRecord', operation: 'get', callId: '1700000000000-100001' };

	it('takes the blank off the name of the agent, wherever it is', async () => {
		for (const agent of [
			{ 'agentId ': '101' },
			{ agentId: 101 },
			{ agentId: null, 'agentId ': 101 },
		]) {
			platform.answer = () => ({ ...SUCCESS, resultDesc: { ...agent, result: '0900' } });
			const { rows } = await platform.run({ ...get, direction: 'outbound' });
			expect(rows).toEqual([
				expect.objectContaining({
					agentId: 101,
					result: '0900',
					resultName: 'succeeded before the agent',
				}),
			]);
			expect(Object.keys(rows[0] ?? {})).not.toContain('agentId ');
		}
		expect(platform.asked[0]).toEqual({
			queryParam: { ccId: 1, isCallin: 'false', callId: get.callId },
		});
	});

	it.each([[null], [{}], ['']])(
		'is an error when there is no such call: %j',
		async (resultDesc) => {
			platform.answer = () => ({ ...SUCCESS, resultDesc });
			const { error } = await platform.run({ ...get, direction: 'inbound' });
			expect(error?.message).toContain('there is no inbound call 1700000000000-100001');
		},
	);
});

describe('Call Record: Get Track', () => {
	const getTrack = {
		resource: 'callRecord',
		operation: 'getTrack',
		callId: '1700000000000-100001',
		logDate: '={{ 1768469460000 }}',
	};

	it('has small letters and words for what the service capitalises', async () => {
		platform.answer = () => ({
			...SUCCESS,
			resultDesc: [
				{ callIdNum: 1, EnterReason: '0', LeaveReason: 17, CurrentSkillID: '10' },
				{ callIdNum: '-1', enterReason: 17, leaveReason: '88', currentSkillID: 10 },
			],
		});
		const { rows } = await platform.run(getTrack);
		expect(rows).toMatchObject([
			{
				callIdNum: 1,
				enterReason: 0,
				enterReasonName: 'normal access or transfer',
				leaveReason: 17,
				leaveReasonName: 'transferred out',
				currentSkillID: 10,
			},
			{ callIdNum: -1, leaveReason: 88, leaveReasonName: expect.stringContaining('hung up after') },
		]);
		expect(platform.asked).toEqual([
			{ ccId: 1, vdn: 40, callId: getTrack.callId, logDate: '1768469460000' },
		]);
	});

	it.each([[null], [[]]])('is an error when there is no such call: %j', async (resultDesc) => {
		platform.answer = () => ({ ...SUCCESS, resultDesc });
		expect((await platform.run(getTrack)).error?.message).toContain('there is no call');
	});
});

describe('Call Record: Get Missed', () => {
	it('asks by the clock of the world, in pages of 5000, and goes by returnCode', async () => {
		const calls = Array.from({ length: 5001 }, (_, id) => ({ CallID: `${id}`, 'when ': 'today' }));
		platform.answer = (_, { offset, limit }) => ({
			returnCode: '0100000',
			total: calls.length,
			missedCalls: calls.slice(Number(offset), Number(offset) + Number(limit)),
		});
		const filters = { beginTime: '2026-03-01T08:00:00', endTime: '2026-03-01' };
		const parameters = { resource: 'callRecord', operation: 'getMissed', returnAll: true, filters };
		const { rows, error } = await platform.run(parameters);
		expect(error).toBeUndefined();
		expect(rows).toHaveLength(5001);
		expect(rows[0]).toEqual({ callID: '0', when: 'today' });
		expect(platform.asked[0]).toEqual({
			vdn: 40,
			beginTime: '2026-03-01 00:00:00',
			endTime: '2026-03-01 15:59:59',
			limit: 5000,
			offset: 0,
		});
	});

	it.each([[{ missedCalls: null }], [{ missedCalls: [], total: '' }], [{}]])(
		'gives nothing when there is nothing: %j',
		async (answer) => {
			platform.answer = () => ({ returnCode: '0100000', returnDesc: 'ok', ...answer });
			const { rows, error } = await platform.run({
				resource: 'callRecord',
				operation: 'getMissed',
			});
			expect([rows, error]).toEqual([[], undefined]);
		},
	);

	it('has the form and the words of what other interfaces have, too', async () => {
		const missedCalls = [{ callId: 17, leaveReason: '89', mediaType: 5 }];
		platform.answer = () => ({ returnCode: '0100000', total: '1', missedCalls });
		const { rows } = await platform.run({ resource: 'callRecord', operation: 'getMissed' });
		expect(rows).toEqual([
			{
				callId: '17',
				leaveReason: 89,
				mediaType: 5,
				leaveReasonName: 'user hung up before the agent answered',
				mediaTypeName: 'ordinary voice',
			},
		]);
	});

	it('is refused in the words of the service', async () => {
		platform.answer = () => ({ returnCode: '0100002', returnDesc: 'wrong limit' });
		const { error } = await platform.run({ resource: 'callRecord', operation: 'getMissed' });
		expect(error?.message).toContain('wrong limit');
	});
});

describe('a live call', () => {
	const live = { resource: 'liveCall', callId: '1700000000000-100001' };

	it('comes out in one form, with its ID', async () => {
		platform.answer = () => ({
			...SUCCESS,
			resultDesc: { time: '1768469400', callingNum: 9_000_001, mediaType: '5', enterReason: 1 },
		});
		expect((await platform.run({ ...live, operation: 'get' })).rows).toEqual([
			{
				callId: live.callId,
				time: 1_768_469_400_000,
				callingNum: '9000001',
				mediaType: 5,
				enterReason: 1,
				mediaTypeName: 'ordinary voice',
				enterReasonName: 'overflow or busy',
			},
		]);
	});

	it.each(['get', 'getDetails'])('that is over is an error: %s', async (operation) => {
		platform.answer = () => ({ ...SUCCESS, resultDesc: null });
		const { error } = await platform.run({ ...live, operation });
		expect(error?.message).toContain('there is no call 1700000000000-100001 in progress');
		expect(shown(error).description).toContain('Call Record');
	});

	it('has details of one form or several', async () => {
		for (const resultDesc of [{ 'State ': 1 }, [{ 'State ': 1 }]]) {
			platform.answer = () => ({ ...SUCCESS, resultDesc });
			expect((await platform.run({ ...live, operation: 'getDetails' })).rows).toEqual([
				{ callId: live.callId, state: 1 },
			]);
		}
	});

	it('is not asked for with an ID that is too long', async () => {
		const { error } = await platform.run({ ...live, operation: 'get', callId: '1'.repeat(21) });
		expect(error?.message).toMatch(/^Call ID /);
		expect(platform.asked).toEqual([]);
	});
});
