/**
 * The example "do-not-call list sync", night by night: what its node Compare says is to be done, done
 * by the example's own nodes. In a real n8n it runs in test/e2e/outboundExamples.test.ts.
 */
import './faults/time';
import {
	createRunExecutionData,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import example from '../../examples/do-not-call-sync.json';
import { OPERATIONS, runnerFor, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

function parametersOf(name: string) {
	const nodes = example.nodes as unknown as INode[];
	const node = nodes.find((candidate) => candidate.name === name);
	if (!node) throw new Error(`The example has no node ${name}`);
	return node.parameters;
}

interface Plan {
	toBlock: string[];
	toUnblock: string[];
	toForget: string[];
	blockedByOthers: string[];
}

type Tables = Record<'Numbers to block' | 'Blocked by us' | 'Blocked in AICC', IDataObject[]>;

const NODE_TYPE: INodeType = {
	description: {
		displayName: '',
		name: 'any',
		group: ['input'],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
};

/** What the node Compare gives for these rows of the nodes before it. */
function compare(tables: Tables): Plan {
	const names = [...Object.keys(tables), 'Compare'];
	const workflow = new Workflow({
		id: 'example',
		active: false,
		settings: {},
		nodeTypes: {
			getByName: () => NODE_TYPE,
			getByNameAndVersion: () => NODE_TYPE,
			getKnownTypes: () => ({}),
		},
		nodes: names.map((name) => ({
			id: name,
			name,
			type: 'any',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		})),
		connections: Object.fromEntries(
			names
				.slice(0, -1)
				.map((name, index) => [
					name,
					{ main: [[{ node: names[index + 1] ?? '', type: 'main' as const, index: 0 }]] },
				]),
		),
	});
	// Each of the three gives an empty item when it has none.
	const itemsOf = (rows: IDataObject[]): INodeExecutionData[] =>
		(rows.length > 0 ? rows : [{}]).map((json) => ({ json }));
	const runData = Object.fromEntries(
		Object.entries(tables).map(([name, rows]) => [
			name,
			[
				{
					startTime: 0,
					executionTime: 0,
					executionIndex: 0,
					source: [],
					data: { main: [itemsOf(rows)] },
				},
			],
		]),
	);
	const data = createRunExecutionData({ resultData: { runData } });
	const { assignments } = parametersOf('Compare').assignments as {
		assignments: Array<{ name: keyof Plan; value: string }>;
	};
	const evaluate = (value: string) =>
		workflow.expression.getParameterValue(value, data, 0, 0, 'Compare', [], 'manual', {});
	return Object.fromEntries(
		assignments.map(({ name, value }) => [name, evaluate(value)]),
	) as unknown as Plan;
}

const LISTED = '13600000001';
const FOREIGN = '13900000001';

let ours: IDataObject[];

beforeEach(() => {
	ours = [];
	holder.simulator.data.blocklist = [];
});

const blocked = () => holder.simulator.data.blocklist.map(({ blockNum }) => blockNum).sort();
const remembered = () => ours.map(({ number }) => number);

/** One run of the example. */
async function night(...listed: unknown[]): Promise<Plan> {
	const plan = compare({
		'Numbers to block': listed.map((number) => ({ number }) as IDataObject),
		'Blocked by us': ours,
		'Blocked in AICC': (await run(OPERATIONS.blockedNumbers)).rows,
	});
	const itemsOf = (numbers: string[]) => numbers.map((number) => ({ number }));
	const each = async (name: string, numbers: string[]) => {
		if (numbers.length === 0) return [];
		const { error, rows } = await run(parametersOf(name), { items: itemsOf(numbers) });
		expect(error).toBeUndefined();
		return rows;
	};
	const done = await each('Block it', plan.toBlock);
	const isOthers = (number: unknown) => plan.blockedByOthers.includes(String(number));
	const isOurs = (number: unknown) => remembered().includes(String(number));
	ours.push(
		...done
			.map(({ number }) => ({ number }))
			.filter(({ number }) => !isOthers(number) && !isOurs(number)),
	);
	await each('Unblock it', plan.toUnblock);
	const gone = [...plan.toUnblock, ...plan.toForget];
	ours = ours.filter(({ number }) => !gone.includes(String(number)));
	return plan;
}

const NOTHING: Plan = { toBlock: [], toUnblock: [], toForget: [], blockedByOthers: [] };

describe('a number in the list', () => {
	it.each([
		['as it is', LISTED],
		['a blank after it', `${LISTED} `],
		['blanks, dashes and brackets', ' (136) 0000-0001\t'],
		['a dash that is none of ASCII', '136\u20110000\u20130001'],
		['a no-break space', `\u00a0${LISTED}\u202f`],
		['an ideographic space', `\u3000${LISTED}\u3000`],
		['a byte order mark', `\ufeff${LISTED}`],
		['zero-width characters', `136\u200b0000\u200d0001\u2060`],
		['marks of direction', `\u202a${LISTED}\u202c`],
		['a soft hyphen', '136\u00ad00000001'],
		['full-width digits', '１３６０００００００１'],
		['Arabic digits', '١٣٦٠٠٠٠٠٠٠١'],
		['Devanagari digits', '१३६०००००००१'],
		['a line break', `${LISTED}\r\n`],
		['a number', Number(LISTED)],
	])('is blocked and stays so: %s', async (_name, written) => {
		expect((await night(written)).toBlock).toEqual([LISTED]);
		expect([blocked(), remembered()]).toEqual([[LISTED], [LISTED]]);
		for (let count = 0; count < 3; count++) expect(await night(written)).toEqual(NOTHING);
		expect(blocked()).toEqual([LISTED]);
	});

	it('is the same however it is written in the two tables', async () => {
		ours = [{ number: `\ufeff${LISTED} ` }];
		holder.simulator.data.blocklist = [entry(LISTED)];
		expect(await night('１３６ 0000 0001', LISTED)).toEqual(NOTHING);
	});

	it('is no other number for what the node would refuse', async () => {
		const odd = ['+8613600000001', '13600000001.0', '1.36E+10', '="13600000001"'];
		const plan = compare({
			'Numbers to block': odd.map((number) => ({ number })),
			'Blocked by us': [],
			'Blocked in AICC': [],
		});
		expect(plan.toBlock).not.toContain(LISTED);
		expect(plan.toBlock).toHaveLength(odd.length);
	});

	it('reads a digit of any script as what it is', () => {
		const digits = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter(
			(character) => /\p{Nd}/u.test(character),
		);
		const { toBlock } = compare({
			// Ten digits of a script follow one another, from 0 to 9.
			'Numbers to block': [{ number: digits.join('') }],
			'Blocked by us': [],
			'Blocked in AICC': [],
		});
		expect(digits.length).toBeGreaterThan(500);
		expect(toBlock).toEqual(['0123456789'.repeat(digits.length / 10)]);
	});

	it('does nothing for an empty row', async () => {
		expect(await night(null, '', ' \u200b', undefined)).toEqual(NOTHING);
	});
});

function entry(blockNum: string, more: object = {}) {
	return { blockNum, validityExpirationTime: '', relCategoryId: '', typeId: '', ...more };
}

describe('a number that is blocked already', () => {
	it.each([
		['for some campaigns', { relCategoryId: '1704000000000000001' }],
		['for a time', { validityExpirationTime: '2099-01-01 00:00:00' }],
		['for all and for good', {}],
	])('is blocked for all campaigns and for good, and never unblocked: %s', async (_name, more) => {
		holder.simulator.data.blocklist = [entry(FOREIGN, more)];
		await night(FOREIGN);
		expect(holder.simulator.data.blocklist).toEqual([entry(FOREIGN)]);
		await night(FOREIGN);
		expect(remembered()).toEqual([]);
		expect(await night()).toEqual(NOTHING);
		expect(holder.simulator.data.blocklist).toEqual([entry(FOREIGN)]);
	});

	it('is blocked for good again when somebody has given our entry an end', async () => {
		await night(LISTED);
		holder.simulator.data.blocklist = [
			entry(LISTED, { validityExpirationTime: '2099-01-01 00:00:00' }),
		];
		await night(LISTED);
		expect(holder.simulator.data.blocklist).toEqual([entry(LISTED)]);
		await night();
		expect(blocked()).toEqual([]);
	});
});

describe('a number that has left the list', () => {
	it('is unblocked when it is ours, and forgotten', async () => {
		await night(`${LISTED} `, '13600000002');
		await night('13600000002');
		expect([blocked(), remembered()]).toEqual([['13600000002'], ['13600000002']]);
	});

	it('is left to whoever has blocked it since', async () => {
		await night(LISTED);
		holder.simulator.data.blocklist = [];
		await night();
		holder.simulator.data.blocklist = [entry(LISTED)];
		expect(await night()).toEqual(NOTHING);
		expect(blocked()).toEqual([LISTED]);
	});
});
