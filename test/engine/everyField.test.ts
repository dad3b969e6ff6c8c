/**
 * Every field of every operation, as the node itself describes it, with values that no field of its
 * kind can have: nothing is sent, and the field is named.
 */
import './faults/time';
import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { resources } from '../../nodes/HuaweiAicc/resources';
import { errorIn, runnerFor, useSimulator } from './fixtures';
import { caseOf } from './operationCases';
import { VALUE } from './badInputs';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

interface Place {
	/** Resource, operation and field, for the title of a test. */
	title: string;
	label: string;
	name: string;
	type: INodeProperties['type'];
	inCollection: boolean;
	/** Parameters of the operation, with the value under test in the field. */
	parameters: INodeParameters;
}

/** What fields that several operations have need beside them. */
const COMPANIONS: Record<string, INodeParameters> = { countryCode: { cleanNumbers: true } };

/** The value under test, as it stands in a field of this type. */
function valueFor({ type }: INodeProperties) {
	return type === 'resourceLocator' ? { __rl: true, mode: 'id', value: VALUE } : VALUE;
}

const PLACES: Place[] = resources.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ option, fields }) => {
		const operation = String(option.value);
		const { parameters: base, known } = caseOf(`${resource}/${operation}`);
		const companions = { ...COMPANIONS, ...known.companions };
		const placeOf = (field: INodeProperties, parameters: INodeParameters, within = '') => ({
			title: `${resource} ${operation}: ${within}${field.name}`,
			label: field.displayName,
			name: field.name,
			type: field.type,
			inCollection: within !== '',
			parameters,
		});
		return fields.flatMap((field) => {
			if (field.type !== 'collection') {
				const others: INodeParameters = field.name === 'limit' ? { returnAll: false } : {};
				return [placeOf(field, { ...base, ...others, [field.name]: valueFor(field) })];
			}
			return (field.options as INodeProperties[]).map((inner) => {
				const own = base[field.name] as INodeParameters | undefined;
				const collection = { ...own, ...companions[inner.name], [inner.name]: valueFor(inner) };
				return placeOf(inner, { ...base, [field.name]: collection }, `${field.name}.`);
			});
		});
	}),
);

function placesOf(isWanted: (place: Place) => boolean): Array<[string, Place]> {
	return PLACES.filter(isWanted).map((place) => [place.title, place]);
}

/** Shows that nothing is sent for any of these values, each an item of its own. */
async function expectRefused({ label, parameters }: Place, values: unknown[]): Promise<void> {
	const items = values.map((value) => ({ value })) as IDataObject[];
	const result = await run(parameters, { items, onError: 'continueRegularOutput' });
	const messages = result.items.map((item) => errorIn(item)?.message);
	expect(messages).toEqual(
		values.map((_, item) => expect.stringMatching(new RegExp(`^${label} .+ \\[item ${item}\\]$`))),
	);
	expect(holder.simulator.requests).toEqual([]);
}

const PHONE_NUMBERS = ['callerNumber', 'calledNumber', 'number', 'msisdn'];
const ODD_SWITCHES = [{}, { toString: 1 }, Object.create(null), [], ['true'], 'yes', 1, 'TRUE'];

describe('a field of a collection that was added and comes empty', () => {
	const places = placesOf(({ inCollection, name }) => inCollection && name !== 'vdnId');

	it.each(places)('is named: %s', async (_, place) => {
		const nothing = [undefined, null, '', '  ', '\u3000', '\u200b', ' \ufeff'];
		const items = nothing.map((value) => ({ value })) as IDataObject[];
		const { rows } = await run(place.parameters, { items, onError: 'continueRegularOutput' });
		expect(rows.map(({ error }) => JSON.stringify(error))).toEqual(
			nothing.map(() => expect.stringContaining(`${place.label} is empty`)),
		);
		expect(holder.simulator.requests).toEqual([]);
	});
});

describe('a phone number', () => {
	const places = placesOf(({ name }) => PHONE_NUMBERS.includes(name));

	it('is in every operation that can clean one', () => {
		const clean = placesOf(({ name }) => name === 'cleanNumbers').map(([title]) => title);
		const operationsOf = (titles: string[]) => [
			...new Set(titles.map((title) => title.split(': ')[0])),
		];
		expect(clean).not.toEqual([]);
		expect(operationsOf(places.map(([title]) => title))).toEqual(operationsOf(clean));
	});

	it.each(places)('with anything odd in it is not sent: %s', async (_, place) => {
		await expectRefused(place, [
			'139 0000 0001',
			'139-0000-0001',
			'(139)00000001',
			'13900000001a',
			'6666601.0',
			'1.39E+10',
			'1,39e10',
			'="6666601"',
			"'6666601",
			'139\u00a00000',
			'139,138',
			'139\n138',
			'139²',
			'++139',
			'139\ud83d',
			139.5,
			-139,
			2 ** 53,
			1e21,
			true,
			{},
			[],
			['139'],
		]);
	});
});

describe('a text with half a character', () => {
	const texts = [
		'string',
		'resourceLocator',
		'options',
		'number',
		'dateTime',
		'multiOptions',
		'boolean',
	];
	const places = placesOf(({ type }) => texts.includes(type));

	it.each(places)('is not sent: %s', async (_, place) => {
		await expectRefused(place, ['Spring \ud83d', '\ude00']);
	});
});

describe('a text of several lines or with control characters', () => {
	// Lines separate the entries of a list.
	const several = ['callData', 'callerNumbers', 'userAccountList', 'vdnIds'];
	const places = placesOf(({ type, name }) => type === 'string' && !several.includes(name));

	it.each(places)('is not sent: %s', async (_, place) => {
		await expectRefused(place, ['1\u00002', '1\u00852', '1\u20282', '1\n2']);
	});
});

describe('a switch', () => {
	it.each(placesOf(({ type }) => type === 'boolean'))(
		'is true or false, whatever an expression gives: %s',
		async (_, place) => {
			// An empty list is nothing, which a switch of the form itself may be.
			await expectRefused(
				place,
				ODD_SWITCHES.filter((value) => !Array.isArray(value) || value.length > 0),
			);
		},
	);
});

describe('a choice', () => {
	it.each(placesOf(({ type }) => type === 'options'))(
		'is one of those offered, in decimal digits: %s',
		async (_, place) => {
			await expectRefused(place, [
				77,
				'77',
				'0x1',
				'0x10',
				'1e0',
				'2.0',
				'02',
				-1,
				1.5,
				true,
				{},
				[1],
			]);
		},
	);
});

describe('a number', () => {
	it.each(placesOf(({ type }) => type === 'number'))(
		'is a whole one in decimal digits: %s',
		async (_, place) => {
			await expectRefused(
				place,
				['0x40', '1e2', '60.0', 60.5, '', '1 0', NaN, true, {}, [60]].filter(
					(value) => place.name !== 'vdnId' || value !== '',
				),
			);
		},
	);
});

describe('a time', () => {
	it.each(placesOf(({ type }) => type === 'dateTime'))(
		'is one that can be meant: %s',
		async (_, place) => {
			await expectRefused(place, [
				'10:30',
				'T10:30',
				'103000Z',
				'2026-03',
				'2026',
				'20260301',
				'1999-12-31T23:59:59Z',
				'0001-01-01T00:00:00Z',
				'+012026-01-01T00:00:00Z',
				'10000-01-01T00:00:00Z',
				'2026-02-30',
				'1721283133',
				'172128313300000',
				1_721_283_133,
				172_128_313_300_000,
				8.64e15,
				0,
				true,
				{},
				{ toMillis: 1 },
				['2026-03-01'],
				{ isLuxonDateTime: true },
				'2030-03-01T08:30:00+99:00',
				'2030-03-01T08:30:00+14:01',
				'2030-03-01T08:30:00-08:99',
			]);
		},
	);

	it.each(placesOf(({ type }) => type === 'dateTime'))(
		'is no length of time, and no invalid date: %s',
		async (_, place) => {
			const parameters = JSON.parse(
				JSON.stringify(place.parameters).replace(VALUE, '={{ eval }}'),
			) as INodeParameters;
			for (const expression of [
				'Duration.fromMillis(1900000000000)',
				'Interval.after(DateTime.now(), 1000)',
				'DateTime.invalid("none")',
				'DateTime.fromMillis(1900000000000).plus({ years: 9000 })',
				'new Date(NaN)',
				'new Date(8.64e15)',
				'new Date(null)',
			]) {
				const changed = JSON.parse(
					JSON.stringify(parameters).replace('eval', () => expression.replaceAll('"', "'")),
				) as INodeParameters;
				const { error } = await run(changed);
				expect([expression, error?.message]).toEqual([
					expression,
					expect.stringMatching(new RegExp(`^${place.label} .* \\[item 0\\]$`)),
				]);
			}
			expect(holder.simulator.requests).toEqual([]);
		},
	);

	it('is not beyond the calendar of the tenant', async () => {
		const last = '9999-12-31T23:59:59Z';
		for (const [, place] of placesOf(({ name }) => ['expiresAt', 'recycleTime'].includes(name))) {
			const { error } = await run(place.parameters, {
				items: [{ value: last }],
				timezone: 'Asia/Shanghai',
			});
			expect(error?.message).toMatch(new RegExp(`^${place.label} is not a date and time`));
		}
		expect(holder.simulator.requests).toEqual([]);
	});
});

describe('what nobody sees, and digits of other keyboards', () => {
	/** The value of each field that goes by digits, in places of the request that hold it. */
	const numbers = placesOf(({ name }) => PHONE_NUMBERS.includes(name));

	it.each(numbers)('are no reason to miss a number: %s', async (_, place) => {
		const digits = '13612345678';
		const odd = [
			'\u202a13612345678\u202c',
			'13612345678\u200b',
			'136\u00ad12345678',
			'\ufeff13612345678',
			'13612345678\u3000',
			'１３６１２３４５６７８',
			'١٣٦١٢٣٤٥٦٧٨',
			'१३६१२३४५६७८',
			' 13612345678\n',
		];
		const items = odd.map((value) => ({ value }));
		const { rows } = await run(place.parameters, { items, onError: 'continueRegularOutput' });
		const sent = holder.simulator.requests.map(({ body }) => body).filter((body) => body !== '');
		// What the service says of the number is another matter; a list may have nothing for it.
		const messages = rows.map((json) => errorIn({ json })?.message ?? '');
		expect(messages.filter((message) => message.startsWith(place.label))).toEqual([]);
		expect(sent.length).toBeGreaterThan(0);
		expect(sent.join()).toContain(digits);
		// Nothing else than ASCII is on the wire.
		expect(sent.join()).toMatch(/^[\x20-\x7e]*$/);
	});
});
