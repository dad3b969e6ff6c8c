/** The description of the platform as the contract tests read it: one file, nothing left out. */

import { readBundle } from './files';

export interface Schema {
	$ref?: string;
	allOf?: Schema[];
	anyOf?: Schema[];
	oneOf?: Schema[];
	properties?: Record<string, Schema>;
	items?: Schema;
	pattern?: string;
	maxItems?: number;
	additionalProperties?: boolean;
	'x-clock'?: string;
	'x-table'?: string;
}

export interface Content {
	schema: Schema;
	examples?: Record<string, { value: unknown }>;
}

export interface Body {
	$ref?: string;
	content?: Record<string, Content>;
}

export interface Parameter {
	$ref?: string;
	name?: string;
	in?: string;
	required?: boolean;
	schema?: Schema;
	example?: unknown;
}

export interface Success {
	code: string[];
	text: string[];
	codes: string[];
	alsoSeen?: string[];
	payload?: string;
	file?: true;
}

export interface Paging {
	style: 'offset' | 'page';
	offset?: string;
	limit?: string;
	page?: string;
	size?: string;
	from: 0 | 1;
	max?: number;
	maxOffset?: number;
	rows?: string;
	total?: string;
}

export interface DescribedOperation {
	operationId: string;
	externalDocs?: { url: string };
	parameters?: Parameter[];
	requestBody?: Body;
	responses: Record<string, Body>;
	'x-product'?: string;
	'x-evidence'?: { level: string; missing?: string[]; notes?: string };
	'x-write'?: boolean;
	'x-success'?: Success;
	'x-code-tables'?: string[];
	'x-codes'?: Record<string, string>;
	'x-pace'?: { concurrency?: number; gap?: number; per?: string; code?: string };
	'x-batch'?: { field: string; whole?: true };
	'x-paging'?: Paging;
	'x-clock'?: string;
}

export interface Description {
	paths: Record<string, Record<string, DescribedOperation>>;
	webhooks: Record<string, Record<string, DescribedOperation>>;
	'x-tables': Record<string, Record<string, string>>;
}

/** An operation, and where it stands in the bundled description. */
export interface Place {
	operation: DescribedOperation;
	/** Method in lower case. */
	method: string;
	/** JSON pointer. */
	pointer: string;
}

/** Bundles the description. */
export async function readDescription(): Promise<Description> {
	return JSON.parse(await readBundle()) as Description;
}

/** The operations of the description by their names. */
export function placesOf(description: Description): Map<string, Place> {
	const places = new Map<string, Place>();
	for (const part of ['paths', 'webhooks'] as const) {
		for (const [name, methods] of Object.entries(description[part])) {
			for (const [method, operation] of Object.entries(methods)) {
				if (method.startsWith('x-')) continue;
				const pointer = `#/${part}/${escaped(name)}/${method}`;
				places.set(operation.operationId, { operation, method, pointer });
			}
		}
	}
	return places;
}

/** A part of a JSON pointer. */
export function escaped(part: string): string {
	return part.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** Follows a reference within the description. */
export function resolved<T extends { $ref?: string }>(description: Description, value: T): T {
	if (value.$ref === undefined) return value;
	let found: unknown = description;
	for (const part of value.$ref.slice(2).split('/')) {
		const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
		found = (found as Record<string, unknown>)[name];
	}
	return resolved(description, found as T);
}

/**
 * The schemas that a field may have, whichever form an answer takes.
 *
 * @param path names joined by dots; none for the whole
 */
export function schemasAt(description: Description, schema: Schema, path: string[]): Schema[] {
	const here = resolved(description, schema);
	const forms = [...(here.allOf ?? []), ...(here.anyOf ?? []), ...(here.oneOf ?? [])];
	const inForms = forms.flatMap((form) => schemasAt(description, form, path));
	const [name, ...rest] = path;
	if (name === undefined) return [here, ...inForms];
	const field = here.properties?.[name];
	return field ? [...schemasAt(description, field, rest), ...inForms] : inForms;
}

/** What the result codes of an interface mean: its own words go before those of shared tables. */
export function codesOf(
	description: Description,
	operation: DescribedOperation,
): Record<string, string> {
	const tables = (operation['x-code-tables'] ?? []).map((name) => description['x-tables'][name]);
	return Object.assign({}, ...tables, operation['x-codes']);
}
