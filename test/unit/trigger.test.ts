import { compareRecords } from '../../nodes/HuaweiAiccTrigger/changes';
import { contentOf, fingerprint } from '../../nodes/HuaweiAiccTrigger/content';
import { HuaweiAiccTrigger } from '../../nodes/HuaweiAiccTrigger/HuaweiAiccTrigger.node';
import { packRecords, unpackRecords } from '../../nodes/HuaweiAiccTrigger/records';

describe('content', () => {
	it('does not depend on the order of fields and entries, at any depth', () => {
		const one = [{ a: 1, b: [{ c: 'x' }, { d: null }] }, { e: true }];
		const other = [{ e: true }, { b: [{ d: null }, { c: 'x' }], a: 1 }];
		expect(contentOf(one)).toBe(contentOf(other));
		expect(fingerprint(one)).toMatch(/^[0-9a-f]{16}$/);
	});

	it.each([
		[[1], ['1']],
		[{ a: 1 }, { a: 1, b: 1 }],
		[['a', 'b'], ['a,b']],
		[['a'], ['a', 'a']],
		[[], {}],
		[null, 'null'],
	])('tells %j from %j', (one, other) => {
		expect(contentOf(one)).not.toBe(contentOf(other));
	});
});

describe('packed records', () => {
	it('come back as they were, whatever fields each of them has', () => {
		const records = [
			{ id: '1', text: '售后', note: null, count: 0, flag: false },
			{ id: '2' },
			{ id: '3', text: 'b', note: { inner: ['x'] }, count: 2, flag: true },
			{},
		];
		const stored = JSON.parse(JSON.stringify(packRecords(records))) as ReturnType<
			typeof packRecords
		>;
		expect(unpackRecords(stored)).toEqual(records);
		expect(stored.shapes).toEqual([['id', 'text', 'note', 'count', 'flag'], ['id'], []]);
	});
});

describe('changes', () => {
	const before = new Map([
		['1', { id: '1', text: 'a', note: null }],
		['2', { id: '2', text: 'b' }],
	]);

	it('are none when nothing but null fields come or go', () => {
		const after = new Map([
			['2', { id: '2', text: 'b', note: null }],
			['1', { id: '1', text: 'a' }],
		]);
		expect(compareRecords(before, after)).toEqual([]);
	});

	it('name the fields that came, went or became another', () => {
		const after = new Map([['1', { id: '1', note: 'new' }]]);
		expect(compareRecords(before, after)).toMatchObject([
			{ kind: 'changed', changedFields: ['note', 'text'] },
			{ kind: 'removed', record: { id: '2' }, previous: { id: '2' } },
		]);
	});
});

describe('description', () => {
	const { description } = new HuaweiAiccTrigger();

	it('has a credential for each event', () => {
		const event = description.properties.find(({ name }) => name === 'event');
		const events = event?.options?.map((option) => ('value' in option ? option.value : ''));
		expect(events).toEqual(['accessCodeChanged', 'faultUserFound', 'obsResultCodeChanged']);
		const shown = description.credentials?.map(({ name, displayOptions }) => [
			name,
			displayOptions?.show?.event,
		]);
		expect(shown).toEqual([
			['huaweiAiccTokenApi', ['accessCodeChanged', 'faultUserFound']],
			['huaweiAiccAkSkApi', ['obsResultCodeChanged']],
		]);
	});

	it('has the fields of the contract with their defaults', () => {
		const defaults = description.properties.map((field) => [field.name, field.default]);
		expect(new Set(description.properties.map(({ name }) => name)).size).toBe(defaults.length);
		expect(Object.fromEntries(defaults)).toEqual({
			event: 'accessCodeChanged',
			changes: ['added', 'changed', 'removed'],
			emitExisting: false,
			msisdns: '',
			complaintScene: '',
			backtraceDuration: 3600,
			vdnId: 0,
		});
		expect(description.usableAsTool).toBeUndefined();
	});
});
