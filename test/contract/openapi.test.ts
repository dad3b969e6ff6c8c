/** `openapi/` is well made: lints, bundles, and its schemas and examples fit each other. */

import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import {
	codesOf,
	escaped,
	placesOf,
	readDescription,
	resolved,
	schemasAt,
	type Content,
	type Description,
	type Place,
} from './description';
import { interfaceFiles, lintFindings, textOf, yamlFiles } from './files';

/** Words of our own in schemas; README.md of `openapi/` says what they mean. */
const SCHEMA_EXTENSIONS = ['x-values', 'x-table', 'x-clock', 'x-source', 'x-refused-with'];

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
	if (!place) throw new Error(`openapi/${file}.yaml has another operationId than ${nameOf(file)}`);
	return place;
}

interface ContentPlace {
	part: 'request' | 'answer';
	content: Content;
	pointer: string;
}

/** JSON contents of an interface, each with its place in the description. */
function contentsOf({ operation, pointer }: Place): ContentPlace[] {
	const bodies = [
		{ part: 'request' as const, body: operation.requestBody, at: `${pointer}/requestBody` },
		...Object.entries(operation.responses).map(([status, body]) => ({
			part: 'answer' as const,
			body,
			at: body.$ref ?? `${pointer}/responses/${status}`,
		})),
	];
	return bodies.flatMap(({ part, body, at }) =>
		Object.entries((body && resolved(description, body).content) ?? {}).map(([type, content]) => ({
			part,
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
	const content = place.operation.responses['200']?.content?.['application/json'];
	if (!content) throw new Error(`${place.operation.operationId} has no JSON answer`);
	return { schema: content.schema, examples: content.examples ?? {}, pointer };
}

it('lints clean', async () => {
	expect(await lintFindings()).toBe('');
}, 60_000);

it('knows every file of an interface', () => {
	expect([...places.keys()].sort()).toEqual(interfaceFiles.map(nameOf).sort());
});

// Readers of YAML 1.1 and 1.2 take 0200018, Y or 2026-01-01 for different things.
it.each(yamlFiles)('%s reads the same by every version of YAML', (file) => {
	const text = textOf(file);
	expect(parse(text, { version: '1.1' })).toEqual(parse(text, { version: '1.2' }));
	expect(text).not.toMatch(/^\s*(- )?0\d+:/m);
});

describe.each(interfaceFiles)('%s', (file) => {
	it('says where it is documented', () => {
		expect(placeOf(file).operation.externalDocs?.url).toMatch(
			/^https:\/\/support\.huaweicloud\.com\/.+\.html$/,
		);
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

	it('shows a request, unless no field of it was seen', () => {
		const { operation } = placeOf(file);
		const bodies = contentsOf(placeOf(file)).filter(({ part }) => part === 'request');
		const bare = bodies.filter(
			({ content }) =>
				Object.keys(content.examples ?? {}).length === 0 &&
				content.schema.additionalProperties !== true,
		);
		expect(bare.map(({ pointer }) => pointer)).toEqual([]);
		const parameters = (operation.parameters ?? []).map((one) => resolved(description, one));
		const unshown = parameters.filter(({ example, required }) => required && example === undefined);
		expect(unshown.map(({ name }) => name)).toEqual([]);
	});
});

describe.each(withCodes)('the answer of %s', (file) => {
	it('says what success is, and where the payload stands', () => {
		const place = placeOf(file);
		const success = place.operation['x-success'];
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
		const refusals = Object.keys(codesOf(description, place.operation)).filter(
			(one) => !codes.includes(one),
		);
		expect(codes.length).toBeGreaterThan(0);
		for (const refusal of ['987654', ...refusals]) {
			expect(validate({ [codeField]: refusal, [textField]: 'Refused' })).toBe(true);
		}
		expect(validate({ [textField]: 'No code' })).toBe(false);
	});

	it('shows a success where the shape of it was seen', () => {
		const { operation } = placeOf(file);
		const { code = [], codes = [], file: isFile } = operation['x-success'] ?? {};
		if (isFile || operation['x-evidence']?.level !== 'complete') return;
		const values = Object.values(answerOf(placeOf(file)).examples).map(
			({ value }) => value as Record<string, unknown>,
		);
		const successes = values.filter((value) =>
			code.every((field) => value[field] === undefined || codes.includes(String(value[field]))),
		);
		expect(successes.length).toBeGreaterThan(0);
	});
});
