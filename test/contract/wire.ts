/** What goes over the wire, by the description of the platform. */

import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { isObject } from '../../aicc/base/json';
import {
	escaped,
	placesOf,
	resolved,
	schemasAt,
	type Description,
	type Parameter,
	type Place,
	type Schema,
} from './description';
import type { Exchange } from './recorder';

const JSON_TYPE = 'application/json';

/** Whether the schemas themselves are well made is asked elsewhere. */
const LENIENT = { strict: false, validateFormats: false };

/** Headers that say something of AICC, and not of HTTP. */
const OWN_HEADERS = /^x-|^locale$/;

/** Parts of a path, `{name}` where a value belongs. */
function partsOf(path: string): string[] {
	return path.split('/').slice(1);
}

/** The values in a path, by their names; undefined when it is another path. */
function valuesIn(path: string, template: string): Record<string, string> | undefined {
	const [parts, places] = [partsOf(path), partsOf(template)];
	if (parts.length !== places.length) return undefined;
	const values: Record<string, string> = {};
	for (const [index, place] of places.entries()) {
		const part = parts[index] ?? '';
		const name = /^\{(\w+)\}$/.exec(place)?.[1];
		if (name !== undefined) values[name] = decodeURIComponent(part);
		else if (part !== place) return undefined;
	}
	return values;
}

/** Everything in a value that no schema knows, by its place. */
function strangers(
	description: Description,
	schemas: Schema[],
	value: unknown,
	place: string,
): string[] {
	const all = schemas.flatMap((schema) => schemasAt(description, schema, []));
	if (Array.isArray(value)) {
		const inner = all.flatMap(({ items }) => items ?? []);
		return value.flatMap((one) => strangers(description, inner, one, `${place}[]`));
	}
	if (!isObject(value)) return [];
	// The page was not seen as a whole.
	const isOpen = all.some(({ additionalProperties }) => additionalProperties === true);
	return Object.entries(value).flatMap(([name, own]) => {
		const fields = all.flatMap(({ properties }) => properties?.[name] ?? []);
		if (fields.length > 0) return strangers(description, fields, own, `${place}.${name}`);
		return isOpen ? [] : [`${place}.${name} is not in openapi/`];
	});
}

/** Judges what was sent and answered. */
export class Wire {
	/** The service reads its parameters out of text. */
	private readonly parameters = new Ajv2020({ ...LENIENT, coerceTypes: true });

	private readonly bodies = new Ajv2020({ ...LENIENT, allErrors: true });

	private readonly places: Array<{ name: string; template: string; place: Place }>;

	/** What is compiled already, by the place of its schema or by the schema itself. */
	private readonly compiled = new Map<string | Schema, ValidateFunction>();

	constructor(private readonly description: Description) {
		for (const ajv of [this.parameters, this.bodies]) ajv.addSchema(description, 'aicc');
		this.places = [...placesOf(description)].map(([name, place]) => ({
			name,
			template: (place.pointer.split('/')[2] ?? '').replace(/~1/g, '/').replace(/~0/g, '~'),
			place,
		}));
	}

	/** The operation that a request is for; one with fewer values in its path goes first. */
	private find({ method, path }: Exchange) {
		return this.places
			.filter(({ place, template }) => place.method === method.toLowerCase() && template !== '')
			.flatMap((one) => {
				const values = valuesIn(path, one.template);
				return values ? [{ ...one, values }] : [];
			})
			.sort((one, other) => Object.keys(one.values).length - Object.keys(other.values).length)[0];
	}

	/** The name of the operation that a request is for. */
	nameOf(exchange: Exchange): string | undefined {
		return this.find(exchange)?.name;
	}

	/** What is wrong with a request and its answer, in words. */
	faults(exchange: Exchange): string[] {
		const found = this.find(exchange);
		if (!found) return [`${exchange.method} ${exchange.path} is not in openapi/`];
		const { name, place, values } = found;
		return [
			...this.parameterFaults(place, exchange, values),
			...this.bodyFaults(place, exchange),
			...this.answerFaults(place, exchange),
		].map((fault) => `${name}: ${fault}`);
	}

	/** What is wrong with something that the platform pushes, and with what it is answered. */
	pushFaults(name: string, exchange: Exchange): string[] {
		const place = this.places.find((one) => one.name === name)?.place;
		if (!place) return [`openapi/ has no ${name}`];
		return [...this.bodyFaults(place, exchange), ...this.answerFaults(place, exchange)];
	}

	private parameterFaults(
		{ operation }: Place,
		{ query, headers }: Exchange,
		values: Record<string, string>,
	): string[] {
		const known = (operation.parameters ?? []).map((one) => resolved(this.description, one));
		const own = Object.entries(headers).filter(([name]) => OWN_HEADERS.test(name));
		const sent = { path: values, query, header: Object.fromEntries(own) };
		const faults = known.flatMap((parameter) => this.parameterFault(parameter, sent));
		const names = new Set(known.map(({ in: within = '', name = '' }) => keyOf(within, name)));
		const unknown = Object.entries(sent).flatMap(([within, parts]) =>
			Object.keys(parts)
				.filter((name) => !names.has(keyOf(within, name)))
				.map((name) => `${within} ${name} is not in openapi/`),
		);
		return [...faults, ...unknown];
	}

	private parameterFault(
		{ in: within = '', name = '', required, schema = {} }: Parameter,
		sent: Record<string, Record<string, unknown>>,
	): string[] {
		const value = sent[within]?.[within === 'header' ? name.toLowerCase() : name];
		if (value === undefined) return required ? [`${within} ${name} is missing`] : [];
		const validate = this.once(schema, () =>
			this.parameters.compile({
				type: 'object',
				properties: { value: resolved(this.description, schema) },
			}),
		);
		return errorsOf(validate, { value }, `${within} ${name}`);
	}

	private once(key: string | Schema, compile: () => ValidateFunction): ValidateFunction {
		const known = this.compiled.get(key) ?? compile();
		this.compiled.set(key, known);
		return known;
	}

	/** Checks a value against what stands at a place of the description. */
	private checkAt(place: string): ValidateFunction {
		return this.once(place, () => this.bodies.compile({ $ref: `aicc${place}` }));
	}

	private bodyFaults({ operation, pointer }: Place, { body }: Exchange): string[] {
		if (!operation.requestBody) return body === '' ? [] : ['a body was sent, openapi/ has none'];
		const { content, required } = resolved(this.description, operation.requestBody) as {
			content?: Record<string, { schema: Schema }>;
			required?: boolean;
		};
		if (body === '') return required ? ['the body is missing'] : [];
		const value = JSON.parse(body) as unknown;
		const schema = content?.[JSON_TYPE]?.schema ?? {};
		const at = `${pointer}/requestBody/content/${escaped(JSON_TYPE)}/schema`;
		return [
			...errorsOf(this.checkAt(at), value, 'body'),
			...strangers(this.description, [schema], value, 'body'),
		];
	}

	private answerFaults(
		{ operation, pointer }: Place,
		{ status, answer, contentType }: Exchange,
	): string[] {
		const response = operation.responses[String(status)];
		if (!response) return [`the answer has status ${status}, which is not in openapi/`];
		const type = (contentType.split(';', 1)[0] ?? '').toLowerCase();
		const { content } = resolved(this.description, response);
		if (!content) return [];
		if (!content[type]) return [`the answer is ${type}, which is not in openapi/`];
		// A file is bytes, and no more is said of it.
		if (type !== JSON_TYPE) return [];
		const at = response.$ref ?? `${pointer}/responses/${status}`;
		const validate = this.checkAt(`${at}/content/${escaped(type)}/schema`);
		return errorsOf(validate, JSON.parse(answer) as unknown, 'answer');
	}
}

function keyOf(within: string, name: string): string {
	return `${within} ${within === 'header' ? name.toLowerCase() : name}`;
}

function errorsOf(validate: ValidateFunction, value: unknown, what: string): string[] {
	if (validate(value)) return [];
	return (validate.errors ?? []).map(
		({ instancePath, message }) => `${what}${instancePath} ${message ?? ''}`,
	);
}
