/** The fields of requests and answers, as the pages in `openapi/` describe them. */

import { resolved, type DescribedOperation, type Description, type Schema } from './description';

/** A schema with what its values may be and mean. */
export interface Limited extends Schema {
	items?: Limited;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	enum?: unknown[];
	default?: unknown;
	type?: unknown;
	description?: string;
	deprecated?: boolean;
	'x-values'?: Record<string, string>;
	'x-table'?: string;
}

/** Tables whose codes come out as they are: of the reasons of failed calls most are not known. */
const TABLES_WITHOUT_WORDS = ['failCode'];

export function sorted(texts: Iterable<string>): string[] {
	return [...new Set(texts)].sort();
}

/** All schemas below a schema, each with the name of its field. */
function fieldsBelow(
	description: Description,
	schema: Limited,
	name = '',
): Array<[name: string, schema: Limited]> {
	const here = resolved(description, schema) as Limited;
	const forms = [...(here.allOf ?? []), ...(here.anyOf ?? []), ...(here.oneOf ?? [])];
	return [
		[name, here],
		...forms.flatMap((form) => fieldsBelow(description, form, name)),
		...(here.items ? fieldsBelow(description, here.items, name) : []),
		...Object.entries(here.properties ?? {}).flatMap(([field, inner]) =>
			fieldsBelow(description, inner, field),
		),
	];
}

/** What a request can have in it: the name of each parameter and field, with its schema. */
export function requestFields(
	description: Description,
	{ parameters = [], requestBody }: DescribedOperation,
): Array<[name: string, schema: Limited]> {
	const fromParameters = parameters.flatMap((one) => {
		const { name, schema = {} } = resolved(description, one);
		return fieldsBelow(description, schema, name);
	});
	const body = requestBody && resolved(description, requestBody);
	const contents = Object.values(body?.content ?? {});
	return [...fromParameters, ...contents.flatMap(({ schema }) => fieldsBelow(description, schema))];
}

/** The codes that fields of the answer can have, by the names of the fields. */
export function codedFields(
	description: Description,
	{ responses }: DescribedOperation,
): Map<string, string[]> {
	const answer = responses['200']?.content?.['application/json']?.schema ?? {};
	const coded = fieldsBelow(description, answer).flatMap(
		([name, { 'x-values': own, 'x-table': table = '' }]): Array<[string, string[]]> => {
			const isWorded = !TABLES_WITHOUT_WORDS.includes(table);
			const values = own ?? (isWorded ? description['x-tables'][table] : undefined);
			return values ? [[name, sorted(Object.keys(values))]] : [];
		},
	);
	return new Map(coded);
}
