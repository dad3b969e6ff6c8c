/** The interfaces of the platform, as `openapi/` describes them. */
import { readDocument } from './folders';

/** JSON Schema 2020-12, as far as it is looked into. */
export interface Schema {
	[keyword: string]: unknown;
	$ref?: string;
	type?: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	required?: string[];
	/** Field -> fields that must come with it. */
	dependentRequired?: Record<string, string[]>;
	allOf?: Schema[];
	anyOf?: Schema[];
	oneOf?: Schema[];
}

/** A parameter of a path, a query or a header. */
export interface Parameter {
	name: string;
	in: 'path' | 'query' | 'header';
	required?: boolean;
	schema: Schema;
}

/** An operation as it is written in the description. */
interface WrittenOperation {
	operationId: string;
	summary: string;
	parameters?: Array<Parameter | { $ref: string }>;
	requestBody?: { content?: Record<string, { schema?: Schema; examples?: Examples }> };
	responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
	security?: Array<Record<string, unknown>>;
	'x-product': string;
	'x-success'?: Operation['success'];
	'x-codes'?: Record<string, string>;
	'x-code-tables'?: string[];
	'x-paging'?: { offset?: string; limit?: string; size?: string; from: number };
	'x-refused-with'?: string;
}

type Examples = Record<string, { value: unknown }>;

interface WrittenDescription {
	paths: Record<string, Record<string, WrittenOperation>>;
	webhooks: Record<string, Record<string, WrittenOperation>>;
	'x-tables': Record<string, Record<string, string>>;
}

/** Names of the fields that hold the code and the text of an answer. */
export interface CodeFields {
	code: string[];
	text: string[];
}

/** One interface. */
export interface Operation {
	operationId: string;
	summary: string;
	product: string;
	/** In capitals; that of a callback is sent to the customer. */
	method: string;
	/** With parameters in braces; empty for a callback. */
	path: string;
	/** How a caller proves who it is. */
	security: 'bearer' | 'authV2' | 'none';
	parameters: Parameter[];
	/** Schema of the JSON body of a request. */
	body: Schema | undefined;
	/** Bodies of requests that the page shows. */
	examples: unknown[];
	/** Schemas of the JSON answers, by HTTP status. */
	answers: Record<string, Schema | undefined>;
	/** Where an answer has its code and its text, and what success is; a `file` has neither. */
	success: CodeFields & {
		codes: string[];
		/** Codes of success that others met. */
		alsoSeen?: string[];
		/** Where what was asked for stands, with dots between the names. */
		payload?: string;
		file?: boolean;
	};
	/** Result codes with their meanings. */
	codes: Record<string, string>;
	paging: NonNullable<WrittenOperation['x-paging']> | undefined;
	/** The code for whatever is wrong with a parameter, where the page has one for all. */
	refusedWith: string | undefined;
}

/** `openapi/`, as the simulator reads it. */
export interface Description {
	/** What a client may call, by operationId. */
	interfaces: Map<string, Operation>;
	/** What the platform pushes, by operationId. */
	callbacks: Map<string, Operation>;
	/** Follows a reference. */
	resolve: <T extends object>(value: T | { $ref: string }) => T;
}

const JSON_TYPE = 'application/json';

function resolverOf(document: WrittenDescription): Description['resolve'] {
	const resolve = <T extends object>(value: T | { $ref: string }): T => {
		if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T;
		let found: unknown = document;
		for (const part of value.$ref.slice(2).split('/')) {
			const name = decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~');
			found = (found as Record<string, unknown>)[name];
		}
		if (found === undefined) throw new Error(`openapi/ has nothing at ${value.$ref}`);
		return resolve(found as T | { $ref: string });
	};
	return resolve;
}

function readOperation(
	written: WrittenOperation,
	method: string,
	at: string,
	{ resolve, tables }: Pick<Description, 'resolve'> & { tables: WrittenDescription['x-tables'] },
): Operation {
	const schemes = (written.security ?? []).flatMap((scheme) => Object.keys(scheme));
	const body = resolve(written.requestBody ?? {}).content?.[JSON_TYPE];
	const answers = Object.entries(written.responses).map(
		([status, answer]) => [status, resolve(answer).content?.[JSON_TYPE]?.schema] as const,
	);
	const shared = (written['x-code-tables'] ?? []).map((name) => tables[name] ?? {});
	return {
		operationId: written.operationId,
		summary: written.summary,
		product: written['x-product'],
		method: method.toUpperCase(),
		path: at,
		security: (['bearer', 'authV2'] as const).find((name) => schemes.includes(name)) ?? 'none',
		parameters: (written.parameters ?? []).map((parameter) => resolve<Parameter>(parameter)),
		body: body?.schema,
		examples: Object.values(body?.examples ?? {}).map(({ value }) => value),
		answers: Object.fromEntries(answers),
		success: written['x-success'] ?? { code: [], text: [], codes: [] },
		codes: Object.assign({}, ...shared, written['x-codes']) as Record<string, string>,
		paging: written['x-paging'],
		refusedWith: written['x-refused-with'],
	};
}

const METHODS = ['get', 'post', 'put', 'delete'];

let reading: Promise<Description> | undefined;

async function read(): Promise<Description> {
	const document = (await readDocument()) as WrittenDescription;
	const resolve = resolverOf(document);
	const operationsIn = (places: WrittenDescription['paths'], isCalled: boolean) =>
		new Map(
			Object.entries(places).flatMap(([at, item]) =>
				Object.entries(resolve(item))
					.filter(([method]) => METHODS.includes(method))
					.map(([method, written]) => {
						const shared = { resolve, tables: document['x-tables'] };
						const operation = readOperation(resolve(written), method, isCalled ? at : '', shared);
						return [operation.operationId, operation] as const;
					}),
			),
		);
	return {
		interfaces: operationsIn(document.paths, true),
		callbacks: operationsIn(document.webhooks, false),
		resolve,
	};
}

/** Reads `openapi/`, once for all who ask. @throws when a file of it is malformed or missing */
export async function readDescription(): Promise<Description> {
	return await (reading ??= read());
}
