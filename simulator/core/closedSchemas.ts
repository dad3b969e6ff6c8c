/**
 * Schemas for checking, made of those of the description. The description is open, because the
 * service may take and give more than its pages say; here a field that it does not have is a
 * mistake, so that a misspelt name is found.
 */
import type { Description, Operation, Parameter, Schema } from './description';
import { formatOf } from './time';

/** Keywords that put schemas together for the same value. */
const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf'] as const;
const BRANCHES = ['if', 'then', 'else'] as const;

interface Rules {
	resolve: Description['resolve'];
	/** Whether a field that the description does not have is a mistake. */
	isClosed: boolean;
	/** A request: what it must have must not be empty, and what is deprecated is not known. */
	isRequest: boolean;
}

const EMPTY_IS_NONE: Record<string, object> = { string: { minLength: 1 }, array: { minItems: 1 } };

/** A field that must be there must have something in it. */
function filled(schema: Schema): Schema {
	const types = [schema.type ?? []].flat();
	return Object.assign({}, ...types.map((type) => EMPTY_IS_NONE[type] ?? {}), schema) as Schema;
}

function ownFields(schema: Schema, rules: Rules): Record<string, Schema> {
	const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
		const copy = copied(field, rules, false);
		const isNeeded = rules.isRequest && schema.required?.includes(name);
		return [name, isNeeded ? filled(copy) : copy] as const;
	});
	return Object.fromEntries(fields);
}

/** Without the fields that only an older platform knows. */
function withoutDeprecated(schema: Schema, { resolve }: Rules): Schema {
	const { properties = {}, dependentRequired = {} } = schema;
	const isDeprecated = (name: string) =>
		name in properties && resolve<Schema>(properties[name] ?? {}).deprecated === true;
	if (!Object.keys(properties).some(isDeprecated)) return schema;
	const kept = (fields: object) =>
		Object.fromEntries(Object.entries(fields).filter(([name]) => !isDeprecated(name)));
	return { ...schema, properties: kept(properties), dependentRequired: kept(dependentRequired) };
}

/** Times are checked as times, not as digits in the right places. */
function withFormat({ pattern, ...schema }: Schema): Schema {
	const format = typeof pattern === 'string' ? formatOf(pattern) : undefined;
	if (format) return { ...schema, format };
	return pattern === undefined ? schema : { ...schema, pattern };
}

/** @param isPart whether other schemas describe fields of the same object */
function copied(written: Schema, rules: Rules, isPart: boolean): Schema {
	const whole = rules.resolve<Schema>(written);
	const schema = rules.isRequest ? withoutDeprecated(whole, rules) : whole;
	const copy = withFormat(schema);
	if (schema.properties) copy.properties = ownFields(schema, rules);
	if (schema.items) copy.items = copied(schema.items, rules, false);
	for (const keyword of COMPOSITIONS) {
		const parts = schema[keyword];
		if (parts) copy[keyword] = parts.map((part) => copied(part, rules, true));
	}
	for (const keyword of BRANCHES) {
		if (schema[keyword]) copy[keyword] = copied(schema[keyword] as Schema, rules, true);
	}
	if (!rules.isClosed || isPart || 'additionalProperties' in schema) return copy;
	const isComposed = [...COMPOSITIONS, ...BRANCHES].some((keyword) => keyword in schema);
	if (isComposed) return { ...copy, unevaluatedProperties: false };
	return schema.properties ? { ...copy, additionalProperties: false } : copy;
}

/** No page can be smaller than one row, or begin before the first. */
function withPaging(schema: Schema, { paging }: Operation): Schema {
	if (!paging || !schema.properties) return schema;
	const properties = { ...schema.properties };
	const atLeast = (name: string | undefined, minimum: number) => {
		const field = name === undefined ? undefined : properties[name];
		if (name !== undefined && field) properties[name] = { minimum, ...field };
	};
	atLeast(paging.limit ?? paging.size, 1);
	atLeast(paging.offset, paging.from);
	return { ...schema, properties };
}

/**
 * What the JSON body of a request must be like.
 *
 * @param isClosed whether a field that the description does not have is refused
 */
export function bodySchema(
	operation: Operation,
	{ resolve }: Description,
	isClosed: boolean,
): Schema | undefined {
	if (!operation.body) return undefined;
	const schema = copied(operation.body, { resolve, isClosed, isRequest: true }, false);
	return withPaging(schema, operation);
}

/** What the parameters in one place of a request must be like. */
export function parametersSchema(
	operation: Operation,
	{ resolve }: Description,
	place: Parameter['in'],
	isClosed: boolean,
): Schema {
	const parameters = operation.parameters.filter((parameter) => parameter.in === place);
	const schema: Schema = {
		type: 'object',
		properties: Object.fromEntries(parameters.map((one) => [one.name, one.schema])),
		required: parameters.filter(({ required }) => required).map(({ name }) => name),
	};
	const rules = { resolve, isClosed, isRequest: true };
	return withPaging(copied(schema, rules, false), operation);
}

/** What an answer, or what is pushed, must be like. */
export function sentSchema(schema: Schema, { resolve }: Description): Schema {
	return copied(schema, { resolve, isClosed: true, isRequest: false }, false);
}
