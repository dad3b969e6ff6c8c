import { NodeHelpers, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';

import { compareRecords } from '../../nodes/HuaweiAiccTrigger/changes';
import { contentOf, fingerprint } from '../../nodes/HuaweiAiccTrigger/content';
import { HuaweiAiccTrigger } from '../../nodes/HuaweiAiccTrigger/HuaweiAiccTrigger.node';
import { HuaweiAicc } from '../../nodes/HuaweiAicc/HuaweiAicc.node';
import { packRecords, unpackRecords } from '../../nodes/HuaweiAiccTrigger/records';

/** The credentials that n8n asks for, given some of the node's parameters. */
function shownCredentials(node: INodeTypeDescription, values: INodeParameters): string[] {
	const parameters = NodeHelpers.getNodeParameters(
		node.properties,
		values,
		true,
		false,
		null,
		node,
	);
	return (node.credentials ?? [])
		.filter((credential) => NodeHelpers.displayParameter(parameters ?? {}, credential, null, node))
		.map(({ name }) => name);
}

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

const { description } = new HuaweiAiccTrigger();

describe('description', () => {
	const event = description.properties.find(({ name }) => name === 'event');

	it.each([
		['accessCodeChanged', 'huaweiAiccTokenApi'],
		['faultUserFound', 'huaweiAiccTokenApi'],
		['obsResultCodeChanged', 'huaweiAiccAkSkApi'],
	])('asks for the credential of %s', (chosen, credential) => {
		expect(event?.options).toContainEqual(expect.objectContaining({ value: chosen }));
		expect(shownCredentials(description, { event: chosen })).toEqual([credential]);
	});

	it('has the fields of the contract with their defaults', () => {
		const fields = description.properties.filter(({ name }) => name !== 'authentication');
		const defaults = fields.map((field) => [field.name, field.default]);
		expect(new Set(fields.map(({ name }) => name)).size).toBe(defaults.length);
		expect(Object.fromEntries(defaults)).toEqual({
			event: 'accessCodeChanged',
			changes: ['added', 'changed', 'removed'],
			emitExisting: false,
			msisdns: '',
			complaintScene: '',
			backtraceDuration: 3600,
			options: {},
		});
		const options = fields.find(({ name }) => name === 'options');
		expect(options).toMatchObject({
			displayOptions: { show: { event: ['obsResultCodeChanged'] } },
			options: [{ name: 'vdnId', default: 0 }],
		});
		expect(description.usableAsTool).toBeUndefined();
	});
});

/**
 * n8n's editor takes a field for a choice of authentication, hides it and sets it from the
 * credential, when the credentials are shown by each of its options.
 */
describe.each([new HuaweiAicc().description, description])('the credentials of $name', (node) => {
	it('are shown by nothing but the hidden parameter', () => {
		for (const { displayOptions } of node.credentials ?? []) {
			expect(Object.keys(displayOptions?.show ?? {})).toEqual(['authentication']);
			expect(displayOptions?.hide).toBeUndefined();
		}
	});

	it('follow a parameter that the editor leaves alone', () => {
		const parameters = node.properties.filter(({ name }) => name === 'authentication');
		expect(parameters).toHaveLength(node.credentials?.length ?? 0);
		for (const { displayOptions, options, type } of parameters) {
			expect(type).toBe('hidden');
			expect(options).toContainEqual({ name: 'None', value: 'none' });
			expect(displayOptions?.show).toBeUndefined();
		}
	});
});
