import { SUCCESS, useOutbound, withCode } from './simulatorOutboundClient';

const holder = useOutbound();

const CATEGORY = '1704000000000000001';
const TYPE = '1705000000000000001';
const ask = async (what: string, body: unknown) =>
	(await holder.ask('POST', `/blocklist/${what}`, { body })).data;
const add = async (body: unknown) => await ask('add', body);
const query = async (body: unknown) => await ask('query', body);
const entry = (number: string) =>
	holder.simulator.data.blocklist.find(({ blockNum }) => blockNum === number);
const size = () => holder.simulator.data.blocklist.length;

describe('adding to the blocklist', () => {
	it('adds numbers for good when nothing else is said', async () => {
		expect(await add({ blocklist: ['1', '*2#'] })).toEqual(withCode(SUCCESS));
		for (const blockNum of ['1', '*2#']) {
			expect(entry(blockNum)).toEqual({
				blockNum,
				validityExpirationTime: '',
				relCategoryId: '',
				typeId: '',
			});
		}
		expect(size()).toBe(232);
	});

	it('keeps the end, the category and the type', async () => {
		const rest = {
			validityExpirationTime: '2099-01-01 00:00:00',
			relCategoryId: CATEGORY,
			typeId: TYPE,
		};
		await add({ blocklist: ['1'], ...rest });
		expect(entry('1')).toEqual({ blockNum: '1', ...rest });
	});

	it.each([
		[undefined, 60 * 60],
		[4, 60 * 60],
		[3, 24 * 60 * 60],
	])('counts a duration in the unit %s', async (validityTimeUnit, seconds) => {
		await add({ blocklist: ['1'], validityTime: 2, validityTimeUnit });
		const end = Date.parse(`${entry('1')?.validityExpirationTime.replace(' ', 'T')}Z`);
		expect(Math.abs(end - Date.now() - 2 * seconds * 1000)).toBeLessThan(5_000);
	});

	it.each([
		[1, (now: Date) => now.getUTCFullYear() + 3],
		[2, (now: Date) => now.getUTCFullYear() + Math.floor((now.getUTCMonth() + 36) / 12)],
	] as const)('counts a duration in the unit %d', async (validityTimeUnit, year) => {
		const validityTime = validityTimeUnit === 1 ? 3 : 36;
		await add({ blocklist: ['1'], validityTime, validityTimeUnit });
		expect(entry('1')?.validityExpirationTime.slice(0, 4)).toBe(String(year(new Date())));
	});

	it('prefers the end to a duration', async () => {
		const validityExpirationTime = '2099-01-01 00:00:00';
		await add({ blocklist: ['1'], validityExpirationTime, validityTime: 1 });
		expect(entry('1')).toMatchObject({ validityExpirationTime });
	});

	it.each([undefined, 0])(
		'skips a number that is there with isCoverDupNo %s',
		async (isCoverDupNo) => {
			const before = structuredClone(entry('13900000001'));
			const body = { blocklist: ['13900000001', '1'], typeId: TYPE, isCoverDupNo };
			expect(await add(body)).toEqual(withCode(SUCCESS));
			expect(entry('13900000001')).toEqual(before);
			expect(entry('1')).toMatchObject({ typeId: TYPE });
			expect(size()).toBe(231);
		},
	);

	it('overwrites a number that is there when that is wanted', async () => {
		await add({ blocklist: ['13900000001'], typeId: TYPE, isCoverDupNo: 1 });
		expect(entry('13900000001')).toMatchObject({ typeId: TYPE });
		expect(size()).toBe(230);
	});

	it('is refused for a number that is there when the platform does so', async () => {
		holder.simulator.behaviour.listedNumber = 'refuse';
		expect(await add({ blocklist: ['1', '13900000001'] })).toEqual(
			withCode('0200007', /13900000001.*already/),
		);
		expect(size()).toBe(230);
		expect(await add({ blocklist: ['13900000001'], isCoverDupNo: 1 })).toEqual(withCode(SUCCESS));
	});

	it('adds a number again that has expired', async () => {
		await add({ blocklist: ['13900000006'] });
		expect(entry('13900000006')).toMatchObject({ validityExpirationTime: '' });
		expect(size()).toBe(230);
	});

	it.each([
		[{}, '02000001'],
		[{ blocklist: [] }, '02000001'],
		[{ blocklist: '1' }, '02000006'],
		[{ blocklist: Array.from({ length: 21 }, (_, index) => String(index)) }, '02000011'],
		[{ blocklist: ['1', '2', '1'] }, '0200018'],
		[{ blocklist: ['1', ''] }, '02000001'],
		[{ blocklist: ['1', null] }, '02000001'],
		[{ blocklist: ['1', 2] }, '02000006'],
		[{ blocklist: ['1', '+2'] }, '02000002'],
		[{ blocklist: ['1', '2'.repeat(25)] }, '02000003'],
		[{ blocklist: ['1'], validityExpirationTime: '2099-01-01' }, '02000007'],
		[{ blocklist: ['1'], validityTime: 0 }, '02000007'],
		[{ blocklist: ['1'], validityTime: 121 }, '02000007'],
		[{ blocklist: ['1'], validityTime: '1' }, '02000006'],
		[{ blocklist: ['1'], validityTime: 1, validityTimeUnit: 5 }, '02000007'],
		[{ blocklist: ['1'], relCategoryId: 1 }, '02000006'],
		[{ blocklist: ['1'], typeId: 1 }, '02000006'],
		[{ blocklist: ['1'], isCoverDupNo: 2 }, '02000007'],
		[{ blocklist: ['1'], restrictTimes: 1 }, '0200001'],
		['', '02000008'],
	])('is refused for %j with %s, and adds nothing', async (body, code) => {
		expect(await add(body)).toEqual(withCode(code));
		expect(size()).toBe(230);
	});

	it('is done although the answer is cut off', async () => {
		holder.simulator.faults = [{ kind: 'cut', when: 'midBody', route: 'blocklistAdd' }];
		await expect(add({ blocklist: ['1'] })).rejects.toMatchObject({ code: 'ERR_BAD_RESPONSE' });
		expect(entry('1')).toBeDefined();
	});
});

describe('the query of the blocklist', () => {
	it('says of each number asked for whether it is there', async () => {
		const blocklist = ['13900000001', '1', '13900000004', '13900000006'];
		const { data, ...rest } = await query({ blocklist });
		expect(rest).toEqual({ ...withCode(SUCCESS), totalCount: 4 });
		expect(data).toEqual([
			{ blockNum: '13900000001', validityExpirationTime: '', flag: true },
			{ blockNum: '1', validityExpirationTime: '', flag: false },
			{
				blockNum: '13900000004',
				validityExpirationTime: entry('13900000004')?.validityExpirationTime,
				flag: true,
			},
			{ blockNum: '13900000006', validityExpirationTime: '', flag: false },
		]);
	});

	it('gives pages, without what has expired', async () => {
		const rows = [];
		for (const offset of [0, 100, 200]) {
			const { data, totalCount } = await query({ offset, limit: 100 });
			expect(totalCount).toBe(229);
			rows.push(...data);
		}
		expect(rows).toEqual(
			holder.simulator.data.blocklist
				.filter(({ blockNum }) => blockNum !== '13900000006')
				.map(({ blockNum, validityExpirationTime }) => ({ blockNum, validityExpirationTime })),
		);
		expect((await query({ offset: 229, limit: 1 })).data).toEqual([]);
	});

	it('gives only numbers of a category or a type', async () => {
		for (const filter of [{ relCategoryId: CATEGORY }, { typeId: TYPE }]) {
			const { data } = await query({ offset: 0, limit: 100, ...filter });
			expect(data).toEqual([{ blockNum: '13900000005', validityExpirationTime: '' }]);
			const asked = await query({ blocklist: ['13900000001', '13900000005'], ...filter });
			expect(asked.data.map(({ flag }: { flag: boolean }) => flag)).toEqual([false, true]);
		}
	});

	it.each([
		[{}, '02000009'],
		[{ blocklist: ['1'], offset: 0, limit: 1 }, '02000009'],
		[{ blocklist: ['1'], limit: 1 }, '02000009'],
		[{ offset: 0 }, '02000009'],
		[{ limit: 1 }, '02000009'],
		[{ offset: -1, limit: 1 }, '02000007'],
		[{ offset: 0, limit: 0 }, '02000007'],
		[{ offset: 0, limit: 101 }, '02000007'],
		[{ offset: '0', limit: 1 }, '02000006'],
		[{ blocklist: [] }, '02000001'],
		[{ blocklist: [1] }, '02000006'],
		[{ blocklist: Array.from({ length: 21 }, (_, index) => String(index)) }, '02000011'],
		[{ offset: 0, limit: 1, relCategoryId: 1 }, '02000006'],
		[{ offset: 0, limit: 1, pageNum: 1 }, '0200001'],
		['no', '02000008'],
	])('is refused for %j with %s', async (body, code) => {
		expect(await query(body)).toEqual(withCode(code));
	});
});

describe('deleting from the blocklist', () => {
	const remove = async (body: unknown) => await ask('delete', body);

	it('deletes one number, once', async () => {
		expect(await remove({ blocklistNo: '13900000001' })).toEqual(withCode(SUCCESS));
		expect(entry('13900000001')).toBeUndefined();
		expect(size()).toBe(229);
		expect(await remove({ blocklistNo: '13900000001' })).toEqual(
			withCode('0200001', /13900000001/),
		);
	});

	it.each([
		[{}, '02000001'],
		[{ blocklistNo: '' }, '02000001'],
		[{ blocklistNo: 1 }, '02000006'],
		[{ blocklistNo: 'a' }, '02000002'],
		[{ blocklistNo: '13900000001', typeId: TYPE }, '0200001'],
		['', '02000008'],
	])('is refused for %j with %s', async (body, code) => {
		expect(await remove(body)).toEqual(withCode(code));
		expect(size()).toBe(230);
	});
});
