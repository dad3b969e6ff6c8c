/** What can be wrong with a request, in the words of the service's error tables. */
import type { ErrorObject } from 'ajv';

/** Each product says what it answers to which of these. */
export type ViolationKind =
	/** The body is no JSON object. */
	| 'noObject'
	/** Not there, or empty. */
	| 'missing'
	| 'type'
	| 'unknown'
	| 'tooLong'
	| 'tooShort'
	/** Too many entries of a list. */
	| 'tooMany'
	/** Characters that are not allowed. */
	| 'characters'
	/** A time in another form, or none at all. */
	| 'time'
	/** None of the values that there are. */
	| 'choice'
	| 'tooLow'
	| 'tooHigh'
	/** Fields that do not go together. */
	| 'combination';

/** One thing that is wrong with a request. */
export interface Violation {
	kind: ViolationKind;
	/** Name of the field, such as `callDataList[1].called`. */
	field: string;
	/** The record of a list that the field belongs to, if it belongs to one. */
	record: Record<string, unknown> | undefined;
	/** The code that the page has for a wrong value of this field, if it has one. */
	refusedWith: string | undefined;
	/** In words. */
	text: string;
}

const KINDS: Record<string, ViolationKind> = {
	required: 'missing',
	type: 'type',
	additionalProperties: 'unknown',
	unevaluatedProperties: 'unknown',
	maxLength: 'tooLong',
	minLength: 'tooShort',
	maxItems: 'tooMany',
	minItems: 'tooShort',
	pattern: 'characters',
	format: 'time',
	enum: 'choice',
	const: 'choice',
	not: 'choice',
	minimum: 'tooLow',
	maximum: 'tooHigh',
};

/** What is wrong with a field as a whole, whatever code its values have. */
const BESIDE_VALUES: ViolationKind[] = ['missing', 'type', 'unknown'];

function isEmpty(value: unknown): boolean {
	return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Names of fields and numbers of entries on the way to a value. */
function wayTo(error: ErrorObject): string[] {
	const { missingProperty, additionalProperty, unevaluatedProperty } = error.params as Record<
		string,
		string | undefined
	>;
	const last = missingProperty ?? additionalProperty ?? unevaluatedProperty;
	const way = error.instancePath
		.split('/')
		.slice(1)
		.map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
	return last === undefined ? way : [...way, last];
}

function fieldOf(way: string[]): string {
	const name = way.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join('');
	return name.replace(/^\./, '') || 'The request';
}

/** The innermost entry of a list on the way that is an object. */
function recordOn(way: string[], whole: unknown): Violation['record'] {
	let value = whole;
	let record: Violation['record'];
	for (const part of way) {
		if (typeof value !== 'object' || value === null) break;
		const isEntry = Array.isArray(value);
		value = (value as Record<string, unknown>)[part];
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		if (isEntry && isObject) record = value as Violation['record'];
	}
	return record;
}

function violationOf(error: ErrorObject, whole: unknown): Violation {
	const way = wayTo(error);
	const field = fieldOf(way);
	const known = KINDS[error.keyword] ?? 'combination';
	const kind = known !== 'combination' && isEmpty(error.data) ? 'missing' : known;
	const { 'x-refused-with': code } = (error.parentSchema ?? {}) as { 'x-refused-with'?: string };
	const texts: Partial<Record<ViolationKind, string>> = {
		missing: `${field} is empty`,
		unknown: `Unknown parameter ${field}`,
		characters: `${field} has characters that are not allowed`,
		time: `${field} is not a time ${String(error.params.format)}`,
	};
	return {
		kind,
		field,
		record: recordOn(way, whole),
		refusedWith: BESIDE_VALUES.includes(kind) ? undefined : code,
		text: texts[kind] ?? `${field} ${error.message ?? 'is wrong'}`,
	};
}

/**
 * What a validator found, the first thing first. What is said of the branches of a choice is left
 * out: the choice as a whole did not fit.
 *
 * @param whole what was checked
 */
export function violationsIn(errors: ErrorObject[], whole: unknown): Violation[] {
	const choices = errors.filter(({ keyword }) => ['oneOf', 'anyOf'].includes(keyword));
	const isInBranch = ({ schemaPath }: ErrorObject) =>
		choices.some((choice) => schemaPath.startsWith(`${choice.schemaPath}/`));
	const found = errors
		.filter((error) => error.keyword !== 'if' && !isInBranch(error))
		.map((error) => violationOf(error, whole));
	// Fields seem to be unknown when others of the same object are wrong.
	const isLast = ({ kind }: Violation) => Number(kind === 'unknown');
	return found.sort((a, b) => isLast(a) - isLast(b));
}
