import { NodeHelpers, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';

import { SKILL_INDICATORS, VDN_INDICATORS } from '../../aicc/endpoints/cms/shared/indicators';
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
		['agentStatusChanged', 'huaweiAiccAkSkApi'],
		['callRecordAdded', 'huaweiAiccAkSkApi'],
		['callResultAdded', 'huaweiAiccAkSkApi'],
		['indicatorCrossed', 'huaweiAiccAkSkApi'],
		['faultUserFound', 'huaweiAiccTokenApi'],
		['obsResultCodeChanged', 'huaweiAiccAkSkApi'],
	])('asks for the credential of %s', (chosen, credential) => {
		expect(event?.options).toContainEqual(expect.objectContaining({ value: chosen }));
		expect(shownCredentials(description, { event: chosen })).toEqual([credential]);
	});

	/** The fields that are shown for an event, with their defaults; entries of collections by name. */
	function fieldsOf(chosen: string): Record<string, unknown> {
		const shown = description.properties.filter(
			({ displayOptions, type }) =>
				type !== 'hidden' && displayOptions?.show?.event?.includes(chosen),
		);
		const values = shown.map(({ name, type, default: standard, options }) => [
			name,
			type === 'collection' ? options?.map((option) => option.name) : standard,
		]);
		return Object.fromEntries(values) as Record<string, unknown>;
	}

	it.each([
		['accessCodeChanged', { changes: ['added', 'changed', 'removed'] }],
		['agentStatusChanged', { skillIds: [], options: ['ccId', 'vdnId'] }],
		[
			'callRecordAdded',
			{
				direction: 'both',
				lookback: 120,
				filters: ['calledNumber', 'callerNumber'],
				options: ['ccId', 'cleanNumbers', 'countryCode', 'vdnId'],
			},
		],
		[
			'callResultAdded',
			{
				campaignId: { mode: 'list', value: '' },
				everyAttempt: false,
				lookback: 120,
				options: ['vdnId'],
			},
		],
		['faultUserFound', { msisdns: '', complaintScene: '', backtraceDuration: 3600 }],
		[
			'indicatorCrossed',
			{
				scope: 'skill',
				agentIds: [],
				skillIds: [],
				vdnIds: '',
				indicator: { mode: 'list', value: '' },
				operator: 'atLeast',
				threshold: 1,
				emitBack: false,
				options: ['ccId', 'vdnId'],
			},
		],
		['obsResultCodeChanged', { changes: ['added', 'changed', 'removed'], options: ['vdnId'] }],
	])('has the fields of %s', (chosen, fields) => {
		expect(fieldsOf(chosen)).toEqual(fields);
	});

	it.each([
		['skill', 'WAIT', ['IDX_DURATION_SKILL_MAX_QUEUE_ACK', 'IDX_COUNT_REAL_SKILL_QUEUE']],
		['skill', undefined, Object.keys(SKILL_INDICATORS)],
		['vdn', '', Object.keys(VDN_INDICATORS)],
		['agent', '', []],
		['toString', '', []],
	])('lists the indicators of %s with %j in their names', async (scope, filter, values) => {
		const functions = { getCurrentNodeParameter: () => scope };
		const { results } = await new HuaweiAiccTrigger().methods.listSearch.searchIndicators.call(
			functions as never,
			filter,
		);
		expect(results.map(({ value }) => value).sort()).toEqual([...values].sort());
	});

	it('has the lists that its fields are filled from', () => {
		const { loadOptions, listSearch } = new HuaweiAiccTrigger().methods;
		const wanted = description.properties.flatMap(({ typeOptions, modes = [] }) => [
			typeOptions?.loadOptionsMethod,
			...modes.map((mode) => mode.typeOptions?.searchListMethod),
		]);
		const there = Object.keys({ ...loadOptions, ...listSearch });
		expect(there.sort()).toEqual([...new Set(wanted.filter(Boolean))].sort());
	});

	it('has what every event has, and is no tool', () => {
		expect(event?.default).toBe('accessCodeChanged');
		const emitExisting = description.properties.find(({ name }) => name === 'emitExisting');
		expect(emitExisting).toMatchObject({ default: false });
		expect(emitExisting?.displayOptions).toBeUndefined();
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
