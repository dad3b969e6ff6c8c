import { SUCCESS, useOutbound, withCode } from './simulatorOutboundClient';

const holder = useOutbound();

const KNOWN = '1402245659';
const ask = async (path: string, body: unknown) => (await holder.ask('POST', path, { body })).data;
const create = async (body: unknown) => await ask('/createObResult', body);
const update = async (body: unknown) => await ask('/updateObResult', body);
const remove = async (defId: string) =>
	(await holder.ask('DELETE', `/${defId}/deleteObsResult`)).data;
const detail = async (defId: string) =>
	(await holder.ask('GET', `/${defId}/queryObsResultDetail`)).data;

/** The external results as the list of the service shows them. */
async function list() {
	const rows = [];
	for (const pageNum of [1, 2]) {
		const { data } = await holder.ask('GET', '/queryOBSResults', {
			query: { pageNum, pageSize: 50 },
		});
		rows.push(...data.data);
	}
	return rows;
}

describe('an external result', () => {
	it('is created, and the queries show it', async () => {
		const { defId, ...rest } = await create({
			resultCode: '007',
			displayResult: '未接听',
			obsCodes: ['00602', '00606'],
		});
		expect(rest).toEqual(withCode(SUCCESS));
		expect(defId).toMatch(/^\d{10}$/);
		expect(await list()).toContainEqual({ defId, displayResult: '未接听', resultCode: '007' });
		const { obResult } = await detail(defId);
		expect(obResult.resultMapList.map(({ failCode }: { failCode: string }) => failCode)).toEqual([
			'00602',
			'00606',
		]);
	});

	it('gets a code and an id of its own', async () => {
		const body = { displayResult: 'a', obsCodes: ['00602'] };
		const ids = [(await create(body)).defId, (await create(body)).defId];
		expect(new Set([...ids, KNOWN]).size).toBe(3);
		const rows = (await list()).filter(({ defId }) => ids.includes(defId));
		expect(rows.map(({ resultCode }) => resultCode)).toEqual(['066', '067']);
	});

	it.each([
		[{ obsCodes: ['00602'] }, '02000001'],
		[{ displayResult: '', obsCodes: ['00602'] }, '02000001'],
		[{ displayResult: 1, obsCodes: ['00602'] }, '02000006'],
		[{ displayResult: 'a' }, '02000001'],
		[{ displayResult: 'a', obsCodes: [] }, '02000001'],
		[{ displayResult: 'a', obsCodes: '00602' }, '02000006'],
		[{ displayResult: 'a', obsCodes: [602] }, '02000006'],
		[{ displayResult: 'a', obsCodes: ['99999'] }, '02000007'],
		[{ displayResult: 'a', obsCodes: ['00602'], resultCode: '12345678' }, '02000003'],
		[{ displayResult: 'a', obsCodes: ['00602'], resultCode: 7 }, '02000006'],
		[{ displayResult: 'a', obsCodes: ['00602'], defId: '1' }, '0200001'],
		['', '02000008'],
	])('is not created for %j: %s', async (body, code) => {
		expect(await create(body)).toEqual(withCode(code));
		expect(await list()).toHaveLength(64);
	});

	it('is updated, and keeps its code', async () => {
		const body = { defId: KNOWN, displayResult: 'Other', obsCodes: ['00603'] };
		expect(await update(body)).toEqual(withCode(SUCCESS));
		expect((await detail(KNOWN)).obResult).toMatchObject({
			displayResult: 'Other',
			resultCode: '002',
			resultMapList: [{ failCode: '00603' }],
		});
		expect(await list()).toContainEqual({
			defId: KNOWN,
			displayResult: 'Other',
			resultCode: '002',
		});
	});

	it.each([
		[{ displayResult: 'a', obsCodes: ['00602'] }, '02000001'],
		[{ defId: '1', displayResult: 'a', obsCodes: ['00602'] }, '0200001'],
		[{ defId: KNOWN, obsCodes: ['00602'] }, '02000001'],
		[{ defId: KNOWN, displayResult: 'a' }, '02000001'],
		[{ defId: KNOWN, displayResult: 'a', obsCodes: ['99999'] }, '02000007'],
		[{ defId: KNOWN, displayResult: 'a', obsCodes: ['00602'], resultCode: '1' }, '0200001'],
	])('is not updated for %j: %s', async (body, code) => {
		const before = await detail(KNOWN);
		expect(await update(body)).toEqual(withCode(code));
		expect(await detail(KNOWN)).toEqual(before);
	});

	it('is deleted, once', async () => {
		expect(await remove(KNOWN)).toEqual(withCode(SUCCESS));
		expect((await list()).map(({ defId }) => defId)).not.toContain(KNOWN);
		expect(await detail(KNOWN)).toEqual(withCode('0200001', /1402245659/));
		expect(await remove(KNOWN)).toEqual(withCode('0200001', /1402245659/));
		expect(await list()).toHaveLength(63);
	});
});
