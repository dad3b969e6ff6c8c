/**
 * Every operation of the node, run by n8n's engine against the simulator: what it sends, and what the
 * simulator answers, is what `openapi/` says. Operations and their fields are those that the node has.
 */
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { resources } from '../../nodes/HuaweiAicc/resources';
import { startSimulator, type Simulator } from '../../simulator';
import { runNode } from '../engine/engine';
import { byId, credentialsFor, NODE } from '../engine/fixtures';
import { caseOf } from '../engine/operationCases';
import { readDescription } from './description';
import { Recorder } from './recorder';
import { Wire } from './wire';

/** A moment that is neither past nor far, for every field that takes one. */
const SOON = new Date(Date.now() + 7_200_000).toISOString();

let simulator: Simulator;
let recorders: Record<'fabric' | 'isales', Recorder>;
let credentials: ReturnType<typeof credentialsFor>;
let wire: Wire;

beforeAll(async () => {
	simulator = await startSimulator({ https: false });
	recorders = {
		fabric: new Recorder(simulator.fabricUrl),
		isales: new Recorder(simulator.isalesUrl),
	};
	credentials = credentialsFor(simulator);
	credentials.huaweiAiccTokenApi.baseUrl = await recorders.fabric.start();
	credentials.huaweiAiccAkSkApi.baseUrl = await recorders.isales.start();
	wire = new Wire(await readDescription());
}, 60_000);

afterAll(async () => {
	await Promise.all(Object.values(recorders).map(async (recorder) => await recorder.stop()));
	await simulator.stop();
});

function exchanges() {
	return Object.values(recorders).flatMap((recorder) => recorder.exchanges);
}

/** The example that a field shows: one of JSON has it below. */
function exampleOf({ name, type, placeholder, hint }: INodeProperties): string {
	const shown = type === 'json' ? hint : placeholder;
	return /^e\.g\. (.+)$/.exec(shown ?? '')?.[1] ?? `my ${name}`;
}

/** A value that a user may enter, another one each time. */
function valueOf(field: INodeProperties, time: number): INodeParameters[string] {
	const choices = (field.options ?? []).flatMap((option) =>
		'value' in option ? [option.value] : [],
	);
	if (field.name === 'vdnId') return Number(simulator.account.vdnId);
	switch (field.type) {
		case 'options':
			return choices[time % choices.length] ?? '';
		case 'multiOptions':
			// Without choices of its own it lists what the tenant has, by ID.
			return choices.length > 0 ? choices : ['10'];
		case 'boolean':
			return time % 2 === 0;
		case 'number':
			return field.default as number;
		case 'dateTime':
			return SOON;
		case 'resourceLocator':
			return byId(exampleOf({ ...field, placeholder: field.modes?.at(-1)?.placeholder }));
		default:
			return exampleOf(field);
	}
}

function innerFields({ options = [] }: INodeProperties): INodeProperties[] {
	return options.filter(
		(option): option is INodeProperties => 'displayName' in option && 'type' in option,
	);
}

/** How many times all choices of some fields take. */
function timesFor(fields: INodeProperties[]): number {
	const all = fields.flatMap((field) =>
		field.type === 'collection' ? innerFields(field) : [field],
	);
	return Math.max(
		2,
		...all.map(({ type, options }) => (type === 'options' ? (options?.length ?? 0) : 0)),
	);
}

/** What works, with everything else that the operation has a field for. */
function filledIn(
	fields: INodeProperties[],
	working: INodeParameters,
	time: number,
	apart: string[] = [],
): INodeParameters {
	const parameters = { ...working };
	for (const field of fields) {
		if (field.type === 'collection') {
			const inner = innerFields(field).map((one) => [one.name, valueOf(one, time)]);
			// Cleaning is needed for the country code beside it.
			const values = { ...Object.fromEntries(inner), cleanNumbers: true };
			const names = innerFields(field)
				.map(({ name }) => name)
				.filter((name) => !apart.includes(name));
			parameters[field.name] = Object.fromEntries(
				Object.entries(values).filter(([name]) => names.includes(name)),
			) as INodeParameters;
		} else if (!field.required && !(field.name in working) && field.name !== 'limit') {
			parameters[field.name] = valueOf(field, time);
		}
	}
	return parameters;
}

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ option, fields, isOfAnyInterface = false }) => ({
		resource,
		operation: String(option.value),
		fields,
		isOfAnyInterface,
	})),
);

describe.each(operations)(
	'$resource: $operation',
	({ resource, operation, fields, isOfAnyInterface }) => {
		const { parameters: working, known } = caseOf(`${resource}/${operation}`);
		// The fields of a request to any interface exclude each other.
		const times = isOfAnyInterface ? 0 : timesFor(fields);
		const variants = Array.from({ length: times }, (_, time) => time);

		it.each([
			['with what it needs', async () => working],
			...variants.map((time) => [
				`with all its fields, ${time + 1}`,
				async () => filledIn(fields, working, time, known.apart),
			]),
		] as Array<[string, () => Promise<INodeParameters>]>)(
			'says what the description knows, %s',
			async (_, parametersOf) => {
				simulator.reset();
				for (const { exchanges: noted } of Object.values(recorders)) noted.length = 0;
				const parameters = await parametersOf();
				const { items, error } = await runNode(NODE, {
					parameters,
					credentials,
					onError: 'continueRegularOutput',
				});
				const refusals = items.flatMap(({ json }) => (json.error ? [json.error] : []));
				// The simulator may know nothing of an example; what is sent counts.
				const isSent = exchanges().length > 0;
				const unexpected = parameters === working || !isSent ? refusals : [];
				expect([isSent, error, unexpected]).toEqual([true, undefined, []]);
				expect([...new Set(exchanges().flatMap((one) => wire.faults(one)))]).toEqual([]);
			},
		);
	},
);
