import { CAMPAIGN_IDS, type CallDataRecord } from '../../simulator';
import { SUCCESS, useOutbound, withCode } from './simulatorOutboundClient';

const holder = useOutbound();

const { empty, paused, finished } = CAMPAIGN_IDS;
const BLOCKED = '13900000001';

function book(campaignId: string = empty): CallDataRecord[] {
	return holder.simulator.data.callData[campaignId] ?? [];
}

async function add(callDataList: unknown, campaignId: string = empty) {
	const body = { callDataList };
	return (await holder.ask('POST', `/calldata/${campaignId}`, { body })).data;
}

describe('adding call data', () => {
	beforeEach(() => {
		holder.simulator.behaviour.minCallDataGapMs = 0;
	});

	it('keeps every record in the order of acceptance, and gives each an id', async () => {
		const full = {
			called: '13612340000',
			sessionId: 's'.repeat(32),
			caller: '0210000',
			customField: 'c'.repeat(200),
			recycleTime: '2026-03-01 08:00:00',
			callData: '{"name":"李"}',
		};
		const answer = await add([full, { called: '*1#' }]);
		expect(answer).toEqual({
			...withCode(SUCCESS),
			returnObject: {
				totalSize: 2,
				dataIdList: [
					{ called: '13612340000', dataId: expect.stringMatching(/^\d{19}$/) },
					{ called: '*1#', dataId: expect.stringMatching(/^\d{19}$/) },
				],
			},
		});
		await add([{ called: '2' }]);
		const [first, second] = answer.returnObject.dataIdList;
		expect(book()).toEqual([
			{ ...full, dataId: first.dataId, isCalled: false },
			{ called: '*1#', dataId: second.dataId, isCalled: false },
			{ called: '2', dataId: expect.any(String), isCalled: false },
		]);
		expect(new Set(book().map(({ dataId }) => dataId)).size).toBe(3);
	});

	it('takes twenty records', async () => {
		const list = Array.from({ length: 20 }, (_, index) => ({ called: String(index) }));
		expect((await add(list)).returnObject.totalSize).toBe(20);
		expect(book()).toHaveLength(20);
	});

	const CALLED = '13612340000';
	const REFUSED: Array<[what: string, list: unknown, code: string]> = [
		['no list', undefined, '02000001'],
		['an empty list', [], '02000001'],
		['a list that is none', { called: '1' }, '02000006'],
		['a record that is none', ['1'], '02000006'],
		[
			'more than twenty records',
			Array.from({ length: 21 }, (_, index) => ({ called: String(index) })),
			'0200029',
		],
		['an unknown field', [{ called: CALLED, priority: 1 }], '0200001'],
		['no number', [{ sessionId: 'a' }], '02000001'],
		['an empty number', [{ called: '' }], '02000001'],
		['a number that is no text', [{ called: 13_612_340_000 }], '02000006'],
		['a number of 25 digits', [{ called: '1'.repeat(25) }], '02000003'],
		['a number with a plus', [{ called: '+8613612340000' }], '02000002'],
		['a long sessionId', [{ called: CALLED, sessionId: 's'.repeat(33) }], '02000003'],
		['a long caller', [{ called: CALLED, caller: '1'.repeat(25) }], '02000003'],
		['a long customField', [{ called: CALLED, customField: 'c'.repeat(201) }], '02000003'],
		['long callData', [{ called: CALLED, callData: 'c'.repeat(1025) }], '02000003'],
		['callData that is no text', [{ called: CALLED, callData: {} }], '02000006'],
		['a time in another form', [{ called: CALLED, recycleTime: '2026-03-01T08:00:00' }], '0200030'],
		['a time that is none', [{ called: CALLED, recycleTime: '2026-02-30 08:00:00' }], '0200030'],
		['a number twice', [{ called: CALLED }, { called: CALLED }], '0200018'],
		['a number on the blocklist', [{ called: BLOCKED }], '0200024'],
	];

	it.each(REFUSED)('is refused for %s', async (_, list, code) => {
		expect(await add(list)).toEqual(withCode(code));
		expect(book()).toEqual([]);
	});

	it('takes nothing of a request with one record that is refused', async () => {
		expect(await add([{ called: '1' }, { called: BLOCKED }, { called: '2' }])).toEqual(
			withCode('0200024', new RegExp(`${BLOCKED}.*blocklist`)),
		);
		expect(book()).toEqual([]);
	});

	it('is refused for a number that is there already, called or not', async () => {
		const records = [false, true].map((isCalled) =>
			book(paused).find((record) => record.isCalled === isCalled),
		);
		const before = book(paused).length;
		for (const record of records) {
			const { called = '' } = record ?? {};
			expect(await add([{ called }], paused)).toEqual(withCode('0200018', /already/));
		}
		expect(book(paused)).toHaveLength(before);
	});

	it('is refused for a body that is no JSON, or has more than the list', async () => {
		const send = async (body: unknown) =>
			(await holder.ask('POST', `/calldata/${empty}`, { body })).data;
		expect(await send('{')).toEqual(withCode('02000008'));
		expect(await send({ callDataList: [{ called: '1' }], batchId: '1' })).toEqual(
			withCode('0200001', /batchId/),
		);
	});

	it('is refused for a finished campaign', async () => {
		expect(await add([{ called: '1' }], finished)).toEqual(withCode('0200019'));
		expect(book(finished)).toEqual([]);
	});

	it('is refused above 200,000 unfinished records', async () => {
		const record = { dataId: '1', called: 'x', isCalled: false };
		holder.simulator.data.callData[empty] = Array.from({ length: 199_999 }, () => record);
		expect(await add([{ called: '1' }, { called: '2' }])).toEqual(withCode('0200020', /200000/));
		expect(await add([{ called: '1' }])).toMatchObject(withCode(SUCCESS));
	});

	it.each([
		['a blocked number', [{ called: '1' }, { called: BLOCKED }], BLOCKED],
		['a wrong field', [{ called: '1' }, { called: '136', sessionId: 's'.repeat(33) }], '136'],
		['a number twice', [{ called: '77' }, { called: '1' }, { called: '77' }], '77'],
	])('names the number or not, for %s', async (_, list, number) => {
		expect((await add(list)).resultDesc).toContain(number);
		holder.simulator.behaviour.namesRefusedNumber = false;
		const { resultDesc } = await add(list);
		expect(resultDesc).toMatch(/^A number: /);
		expect(resultDesc).not.toContain(number);
	});

	it.each([
		['of a category', '13900000005'],
		['until yesterday', '13900000006'],
	])('takes a number that is blocked %s', async (_, called) => {
		expect(await add([{ called }])).toMatchObject(withCode(SUCCESS));
	});

	it('is done although the answer is cut off', async () => {
		holder.simulator.faults = [{ kind: 'cut', when: 'after', route: 'addCalldata' }];
		await expect(add([{ called: '1' }])).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(book()).toMatchObject([{ called: '1', dataId: expect.any(String) }]);
		expect(await add([{ called: '1' }])).toEqual(withCode('0200018', /already/));
	});

	it('is not done when the connection is cut before', async () => {
		holder.simulator.faults = [{ kind: 'cut', when: 'before', route: 'addCalldata' }];
		await expect(add([{ called: '1' }])).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(book()).toEqual([]);
	});

	it('gives the same ids again after a reset', async () => {
		const dataIds = [];
		for (let count = 0; count < 2; count++) {
			dataIds.push((await add([{ called: '1' }])).returnObject.dataIdList[0].dataId);
			holder.simulator.reset();
		}
		expect(dataIds[0]).toBe(dataIds[1]);
	});
});

describe('adding call data again', () => {
	it('within a second is refused, for the same campaign only', async () => {
		expect(await add([{ called: '1' }])).toMatchObject(withCode(SUCCESS));
		expect(await add([{ called: '2' }])).toEqual(withCode('0200022', /too short/));
		expect(await add([{ called: '3' }], paused)).toMatchObject(withCode(SUCCESS));
		expect(book().map(({ called }) => called)).toEqual(['1']);
	});

	it('is taken after the time that is set, counted from the last request, refused or not', async () => {
		const clock = jest.spyOn(Date, 'now');
		const start = Date.now();
		const addAt = async (offset: number) => {
			clock.mockReturnValue(start + offset);
			return (await add([{ called: String(offset) }])).resultCode;
		};
		try {
			expect(await addAt(0)).toBe(SUCCESS);
			expect(await addAt(999)).toBe('0200022');
			expect(await addAt(1998)).toBe('0200022');
			expect(await addAt(2998)).toBe(SUCCESS);
			holder.simulator.behaviour.minCallDataGapMs = 50;
			expect(await addAt(3048)).toBe(SUCCESS);
		} finally {
			clock.mockRestore();
		}
		expect(book().map(({ called }) => called)).toEqual(['0', '2998', '3048']);
	});
});

describe('one record', () => {
	it('is shown with its properties and its number', async () => {
		const { dataId = '' } = book(paused)[1] ?? {};
		const { data } = await holder.ask('GET', `/calldata/${paused}/${dataId}`);
		expect(data).toEqual({
			...withCode(SUCCESS),
			data: {
				dataId: '1801234567890000002',
				properties: [
					{ propCode: 'sessionId', propName: expect.any(String), propValue: 'session-13800000002' },
					{ propCode: 'customField', propName: expect.any(String), propValue: 'batch-2' },
					{ propCode: 'recycleTime', propName: expect.any(String), propValue: expect.any(String) },
				],
				calledNos: [{ calledNo: '13800000002', type: '' }],
			},
		});
	});

	it('of another campaign is not there', async () => {
		const { data } = await holder.ask('GET', `/calldata/${empty}/1801234567890000002`);
		expect(data).toEqual(withCode('0200001', /1801234567890000002/));
	});
});

describe('deleting call data', () => {
	const remove = async (body: unknown, campaignId: string = paused) =>
		(await holder.ask('POST', `/calldata/${campaignId}/delete`, { body })).data;
	const numbers = () => book(paused).map(({ called }) => called);

	/** Deletes, and gives the records that are gone. */
	async function removed(body: unknown): Promise<CallDataRecord[]> {
		const before = book(paused);
		expect(await remove(body)).toEqual(withCode(SUCCESS));
		const after = new Set(book(paused));
		return before.filter((record) => !after.has(record));
	}
	const uncalled = (matches: (record: CallDataRecord) => boolean) =>
		book(paused).filter((record) => !record.isCalled && matches(record));

	it('deletes one record by its number or its session', async () => {
		expect(await removed({ called: '13800000001' })).toMatchObject([{ called: '13800000001' }]);
		const second = await removed({ sessionId: 'session-13800000002' });
		expect(second).toMatchObject([{ called: '13800000002' }]);
		expect(numbers()).toHaveLength(58);
	});

	it('deletes by custom field, but for what has been called', async () => {
		const meant = uncalled(({ customField }) => customField === 'batch-2');
		expect(meant.length).toBeGreaterThan(5);
		expect(await removed({ customField: 'batch-2' })).toEqual(meant);
	});

	it('deletes only what fits every criterion', async () => {
		expect(await removed({ customField: 'batch-2', called: '13800000001' })).toEqual([]);
	});

	const DAY = (record: CallDataRecord) => (record.recycleTime ?? '').slice(0, 10);
	it.each([
		['1', (record: CallDataRecord, day: string) => DAY(record) !== '' && DAY(record) <= day],
		['2', (record: CallDataRecord, day: string) => DAY(record) === day],
	] as const)('deletes by the day of recycling, type %s', async (recycleType, matches) => {
		const days = [...new Set(book(paused).map(DAY))].filter((day) => day !== '').sort();
		expect(days.length).toBeGreaterThan(2);
		const day = days[1] ?? '';
		const meant = uncalled((record) => matches(record, day));
		expect(meant.length).toBeGreaterThan(0);
		expect(await removed({ recycleTime: `${day} 23:00:00`, recycleType })).toEqual(meant);
	});

	it.each(['3', undefined])(
		'deletes by the very time of recycling, type %s',
		async (recycleType) => {
			const { recycleTime = '' } = book(paused)[1] ?? {};
			const meant = uncalled((record) => record.recycleTime === recycleTime);
			const other = `${recycleTime.slice(0, 10)} 23:00:00`;
			expect(await removed({ recycleTime: other, recycleType })).toEqual([]);
			expect(await removed({ recycleTime, recycleType })).toEqual(meant);
		},
	);

	it('deletes everything that has not been called when nothing is said', async () => {
		const meant = uncalled(() => true);
		expect(await removed({})).toEqual(meant);
		expect(book(paused).every(({ isCalled }) => isCalled)).toBe(true);
		expect(book(paused)).toHaveLength(20);
	});

	it('keeps what is deleted when that is wanted', async () => {
		const meant = await removed({ called: '13800000001', archiveHistory: 1 });
		expect(holder.simulator.data.callDataHistory).toEqual({ [paused]: meant });
		await removed({ called: '13800000002', archiveHistory: 0 });
		expect(holder.simulator.data.callDataHistory[paused]).toHaveLength(1);
	});

	it('lets a number in again', async () => {
		await removed({ called: '13800000001' });
		expect(await add([{ called: '13800000001' }], paused)).toMatchObject(withCode(SUCCESS));
	});

	it('of a number that is not there changes nothing', async () => {
		expect(await removed({ called: '1' })).toEqual([]);
		expect(await remove({ called: '1' }, finished)).toEqual(withCode(SUCCESS));
	});

	it('is refused for a number that has been called', async () => {
		expect(await remove({ called: '13800000003' })).toEqual(withCode('0200001', /called already/));
		expect(numbers()).toContain('13800000003');
	});

	it('is refused while the campaign is running', async () => {
		await holder.ask('PUT', `/${paused}/resume`);
		expect(await remove({ called: '13800000001' })).toEqual(withCode('0200011'));
		expect(numbers()).toHaveLength(60);
	});

	it.each([
		[{ sessionId: 's'.repeat(33) }, '02000003'],
		[{ called: '1'.repeat(25) }, '02000003'],
		[{ called: 'a' }, '02000002'],
		[{ customField: 'c'.repeat(201) }, '02000003'],
		[{ recycleTime: '2026-03-01' }, '02000007'],
		[{ recycleType: '1' }, '02000009'],
		[{ recycleTime: '2026-03-01 00:00:00', recycleType: '4' }, '02000007'],
		[{ recycleTime: '2026-03-01 00:00:00', recycleType: 1 }, '02000006'],
		[{ archiveHistory: 2 }, '02000007'],
		[{ archiveHistory: '1' }, '02000006'],
		[{ dataId: '1' }, '0200001'],
		['[]', '02000008'],
	])('is refused for %j with %s', async (body, code) => {
		expect(await remove(body)).toEqual(withCode(code));
		expect(numbers()).toHaveLength(60);
	});
});
