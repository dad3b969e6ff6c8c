/** The words of our own in `openapi/` (x-…) are those of its README, and say what is there. */

import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { parse } from 'yaml';
import {
	codesOf,
	placesOf,
	readDescription,
	resolved,
	schemasAt,
	type DescribedOperation,
	type Description,
	type Place,
} from './description';
import { interfaceFiles, textOf } from './files';

/** A time that is written out has a clock. */
const WRITTEN_TIME = 'yyyy-MM-dd HH:mm:ss';

let description: Description;
let places: Map<string, Place>;
let fits: Record<'path' | 'operation' | 'webhook' | 'field', ValidateFunction>;

beforeAll(async () => {
	description = await readDescription();
	places = placesOf(description);
	const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
	ajv.addSchema(parse(textOf('extensions.schema.yaml')), 'words');
	const wordsOf = (kind: string) => ajv.compile({ $ref: `words#/$defs/${kind}` });
	fits = {
		path: wordsOf('path'),
		operation: wordsOf('operation'),
		webhook: wordsOf('webhook'),
		field: wordsOf('field'),
	};
}, 60_000);

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function extensionsOf(node: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(node).filter(([name]) => name.startsWith('x-')));
}

/** Everything below a node, apart from examples and what extensions hold. */
function below(node: Record<string, unknown>): Array<Record<string, unknown>> {
	return Object.entries(node)
		.filter(([name, value]) => isObject(value) && name !== 'examples' && !name.startsWith('x-'))
		.flatMap(([, value]) => [value as Record<string, unknown>, ...below(value as typeof node)]);
}

/** What is wrong with the extensions of a node. */
function faults(kind: keyof typeof fits, node: Record<string, unknown>): string[] {
	if (fits[kind](extensionsOf(node))) return [];
	return (fits[kind].errors ?? []).map(
		({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
	);
}

function operationOf(file: string): DescribedOperation {
	const place = places.get(file.split('/')[1] ?? '');
	if (!place) throw new Error(`There is no operation of openapi/${file}.yaml`);
	return place.operation;
}

/** The fields of an interface, those it shares with others included. */
function fieldsOf(operation: DescribedOperation): Array<Record<string, unknown>> {
	const parts = below({ ...operation });
	const shared = parts.flatMap((part) =>
		typeof part.$ref === 'string' ? [resolved(description, { $ref: part.$ref })] : [],
	);
	return [...parts, ...shared.flatMap((part) => [part, ...below({ ...part })])] as Array<
		Record<string, unknown>
	>;
}

function requestSchema(operation: DescribedOperation) {
	return operation.requestBody?.content?.['application/json']?.schema ?? {};
}

it('has nothing but known words beside the interfaces', () => {
	const { paths, webhooks, ...rest } = description;
	expect(Object.keys({ ...paths, ...webhooks }).length).toBeGreaterThan(0);
	expect(Object.keys(extensionsOf(rest))).toEqual(['x-tables']);
	expect(below(rest).flatMap((node) => faults('field', node))).toEqual([]);
});

describe.each(interfaceFiles)('%s', (file) => {
	const isPushed = file.startsWith('callbacks/');

	it('uses the words of the README', () => {
		const operation = operationOf(file);
		const item = parse(textOf(`${file}.yaml`)) as Record<string, unknown>;
		const found = [
			...(isPushed ? Object.keys(extensionsOf(item)) : faults('path', item)),
			...faults(isPushed ? 'webhook' : 'operation', { ...operation }),
			...below({ ...operation }).flatMap((node) => faults('field', node)),
		];
		expect(found).toEqual([]);
	});

	it('names tables that there are', () => {
		const operation = operationOf(file);
		const named = [
			...fieldsOf(operation).flatMap((field) => field['x-table'] ?? []),
			...(operation['x-code-tables'] ?? []),
		];
		expect(named.filter((table) => !(String(table) in description['x-tables']))).toEqual([]);
	});

	it('has a clock where it has times, and another nowhere', () => {
		const operation = operationOf(file);
		const clock = operation['x-clock'];
		const fields = fieldsOf({
			...operation,
			responses: { '200': operation.responses['200'] ?? {} },
		});
		const clocks = fields.flatMap((field) => (field['x-clock'] as string) ?? []);
		const written = fields.filter(({ description: text }) => String(text).includes(WRITTEN_TIME));
		if (clock === 'none') expect([clocks, written]).toEqual([[], []]);
		if (written.length > 0) expect(['utc', 'vdn', 'tenant', 'not-stated']).toContain(clock);
		const others = clocks.filter((one) => one !== clock && !one.startsWith('epoch'));
		expect(others).toEqual([]);
		if (clock?.startsWith('epoch')) expect(clocks).toContain(clock);
	});

	it('says what each code of success means', () => {
		const operation = operationOf(file);
		const meanings = codesOf(description, operation);
		const { code = [], codes = [] } = operation['x-success'] ?? {};
		expect(codes.filter((one) => !(one in meanings))).toEqual([]);
		expect(codes.length > 0).toBe(code.length > 0);
	});

	it('batches and pages with fields that it has', () => {
		const operation = operationOf(file);
		const { 'x-paging': paging, 'x-batch': batch } = operation;
		const body = requestSchema(operation);
		const parameters = (operation.parameters ?? []).map((one) => resolved(description, one).name);
		const sent = [paging?.offset, paging?.limit, paging?.page, paging?.size].filter(
			(name) => name !== undefined,
		);
		const unknown = sent.filter(
			(name) => !parameters.includes(name) && schemasAt(description, body, [name]).length === 0,
		);
		const answer = operation.responses['200']?.content?.['application/json']?.schema ?? {};
		const absent = [paging?.rows, paging?.total].filter(
			(field) =>
				field !== undefined && schemasAt(description, answer, field.split('.')).length === 0,
		);
		expect({ unknown, absent }).toEqual({ unknown: [], absent: [] });
		if (!batch) return;
		const [list] = schemasAt(description, body, batch.field.split('.'));
		expect(list?.maxItems).toBeGreaterThan(0);
	});
});

it('takes no GET for a write, and each DELETE and PUT for one', () => {
	const wrong = [...places.values()].filter(({ method, operation }) => {
		const isWrite = operation['x-write'];
		return method === 'get' ? isWrite : ['put', 'delete'].includes(method) && !isWrite;
	});
	expect(wrong.map(({ operation }) => operation.operationId)).toEqual([]);
});
