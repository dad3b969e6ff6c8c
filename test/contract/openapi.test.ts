/** `openapi/` is well made: lints, bundles, and says of every interface what others build upon. */

import Ajv2020 from 'ajv/dist/2020';
import {
	escaped,
	placesOf,
	readDescription,
	resolved,
	schemasAt,
	type Content,
	type Description,
	type Place,
} from './description';
import { interfaceFiles, lintFindings } from './files';

/** Words of our own in schemas; README.md of `openapi/` says what they mean. */
const SCHEMA_EXTENSIONS = ['x-values', 'x-table', 'x-clock', 'x-source'];
const CLOCKS = ['utc', 'vdn', 'tenant', 'epoch-ms'];

/** Callbacks have no answer of the service, and the token interface has no code. */
const withCodes = interfaceFiles.filter(
	(file) => !file.startsWith('callbacks/') && file !== 'fabric/tokenByAkSk',
);

let description: Description;
let places: Map<string, Place>;
let ajv: Ajv2020;

beforeAll(async () => {
	description = await readDescription();
	places = placesOf(description);
	ajv = new Ajv2020({
		strict: true,
		allowUnionTypes: true,
		strictRequired: false,
		allErrors: true,
	});
	// The description is no schema, but its schemas refer to each other through it.
	ajv.addVocabulary([...SCHEMA_EXTENSIONS, ...Object.keys(description)]);
	ajv.addFormat('int64', true);
	ajv.addSchema(description, 'aicc');
}, 60_000);

/** The file of an interface has its name. */
function nameOf(file: string): string {
	return file.split('/')[1] ?? '';
}

function placeOf(file: string): Place {
	const place = places.get(nameOf(file));
	if (!place) throw new Error(`openapi/openapi.yaml does not lead to openapi/${file}.yaml`);
	return place;
}

/** JSON contents of an interface, each with its place in the description. */
function contentsOf({ operation, pointer }: Place): Array<{ content: Content; pointer: string }> {
	const bodies = [
		{ body: operation.requestBody, at: `${pointer}/requestBody` },
		...Object.entries(operation.responses).map(([status, body]) => ({
			body,
			at: body.$ref ?? `${pointer}/responses/${status}`,
		})),
	];
	return bodies.flatMap(({ body, at }) =>
		Object.entries((body && resolved(description, body).content) ?? {}).map(([type, content]) => ({
			content,
			pointer: `${at}/content/${escaped(type)}/schema`,
		})),
	);
}

function validatorAt(pointer: string) {
	return ajv.compile({ $ref: `aicc${pointer}` });
}

/** The JSON answer with status 200. */
function answerOf(place: Place) {
	const pointer = `${place.pointer}/responses/200/content/application~1json/schema`;
	const schema = place.operation.responses['200']?.content?.['application/json']?.schema;
	if (!schema) throw new Error(`${place.operation.operationId} has no JSON answer`);
	return { schema, pointer };
}

it('lints clean', async () => {
	expect(await lintFindings()).toBe('');
}, 60_000);

it('ties every file of an interface, and nothing else', () => {
	expect([...places.keys()].sort()).toEqual(interfaceFiles.map(nameOf).sort());
});

describe.each(interfaceFiles)('%s', (file) => {
	it('says where it is documented, and how sure it is', () => {
		const { operation } = placeOf(file);
		expect(operation.externalDocs?.url).toMatch(/^https:\/\/support\.huaweicloud\.com\/.+\.html$/);
		expect(['fabric', 'isales', 'cms', 'ccfs']).toContain(operation['x-product']);
		const evidence = operation['x-evidence'];
		expect(['complete', 'partial', 'name-only']).toContain(evidence?.level);
		// What is missing is named where something is, and only there.
		expect((evidence?.missing ?? []).length > 0).toBe(evidence?.level !== 'complete');
	});

	it('has schemas that compile, and examples that fit them', () => {
		for (const { content, pointer } of contentsOf(placeOf(file))) {
			const validate = validatorAt(pointer);
			for (const [name, { value }] of Object.entries(content.examples ?? {})) {
				const fits = validate(value);
				expect({ name, fits, errors: fits ? null : validate.errors }).toMatchObject({ fits: true });
			}
		}
	});

	it('uses tables and clocks that there are', () => {
		const place = placeOf(file);
		const text = JSON.stringify(place.operation);
		const named = [...text.matchAll(/"x-table":"([^"]+)"/g)].map(([, table]) => table);
		const tables = [...named, ...(place.operation['x-code-tables'] ?? [])];
		const clocks = [...text.matchAll(/"x-clock":"([^"]+)"/g)].map(([, clock]) => clock);
		expect(tables.filter((table) => !(String(table) in description['x-tables']))).toEqual([]);
		expect(clocks.filter((clock) => !CLOCKS.includes(String(clock)))).toEqual([]);
	});

	it('pages with parameters and fields that it has', () => {
		const place = placeOf(file);
		const paging = place.operation['x-paging'];
		if (!paging) return;
		const parameters = (place.operation.parameters ?? []).map(
			(parameter) => resolved(description, parameter).name,
		);
		const body = place.operation.requestBody?.content?.['application/json']?.schema ?? {};
		const sent = [paging.offset, paging.limit, paging.page, paging.size].filter(
			(name) => name !== undefined,
		);
		expect(sent).toHaveLength(2);
		const unknown = sent.filter(
			(name) => !parameters.includes(name) && schemasAt(description, body, [name]).length === 0,
		);
		const { schema } = answerOf(place);
		const absent = [paging.rows, paging.total].filter(
			(field) =>
				field !== undefined && schemasAt(description, schema, field.split('.')).length === 0,
		);
		expect({ unknown, absent }).toEqual({ unknown: [], absent: [] });
	});
});

describe.each(withCodes)('the answer of %s', (file) => {
	it('says what success is, and where the payload stands', () => {
		const place = placeOf(file);
		const success = place.operation['x-success'];
		expect(success).toBeDefined();
		const { schema } = answerOf(place);
		const fields = [...(success?.code ?? []), ...(success?.text ?? []), success?.payload];
		const absent = fields.filter(
			(field) =>
				field !== undefined && schemasAt(description, schema, field.split('.')).length === 0,
		);
		expect(absent).toEqual([]);
	});

	it('tells a refusal from a success', () => {
		const place = placeOf(file);
		const { code = [], text = [], codes = [] } = place.operation['x-success'] ?? {};
		const [codeField, textField] = [code[0], text[0]];
		if (codeField === undefined || textField === undefined) return;
		const validate = validatorAt(answerOf(place).pointer);
		expect(validate({ [codeField]: '987654', [textField]: 'Refused' })).toBe(true);
		expect(validate({ [textField]: 'No code' })).toBe(false);
		// A known code of a refusal is a code of no success.
		const known = Object.keys(place.operation['x-codes'] ?? {});
		expect(codes.length).toBeGreaterThan(0);
		expect(known.length === 0 || known.some((one) => !codes.includes(one))).toBe(true);
	});
});
