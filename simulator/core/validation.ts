/**
 * Checks requests and answers against the description, with Ajv. A schema is compiled when it is
 * needed for the first time: nobody uses a hundred interfaces at once, and starting must be quick.
 */
import Ajv2020, { type ErrorObject, type Options } from 'ajv/dist/2020';

import { bodySchema, parametersSchema, sentSchema } from './closedSchemas';
import type { Description, Operation, Parameter, Schema } from './description';
import { TIME_FORMATS } from './time';
import { violationsIn, type Violation } from './violations';

/**
 * JSON that comes in; text that comes in, in paths, queries and headers; what goes out; what another
 * platform answers, of which everything is told.
 */
type Traffic = 'json' | 'text' | 'out' | 'told';

const OPTIONS: Record<Traffic, Options> = {
	json: { allErrors: true, verbose: true, useDefaults: true },
	text: { allErrors: true, verbose: true, useDefaults: true, coerceTypes: true },
	out: {},
	told: { allErrors: true, verbose: true },
};

const validators = new Map<Traffic, Ajv2020>();

function ajvFor(traffic: Traffic): Ajv2020 {
	const known = validators.get(traffic);
	if (known) return known;
	// The contract tests see to it that the schemas are well made.
	const ajv = new Ajv2020({ ...OPTIONS[traffic], strict: false, validateSchema: false });
	ajv.addFormat('int64', true);
	for (const [name, { isRight }] of Object.entries(TIME_FORMATS)) ajv.addFormat(name, isRight);
	validators.set(traffic, ajv);
	return ajv;
}

/** Finds what of a value does not fit a schema. */
export type Check = (value: unknown) => ErrorObject[];

const NOTHING: ErrorObject[] = [];

function compiled(schema: Schema, traffic: Traffic): Check {
	const validate = ajvFor(traffic).compile(schema);
	return (value) => (validate(value) ? NOTHING : (validate.errors ?? NOTHING));
}

/** Tells everything in which a value does not fit a schema. @param schema see `sentSchema` */
export function checkOf(schema: Schema): Check {
	return compiled(schema, 'told');
}

/** What came with a request, as it is on the wire but for the body, which is a JSON object. */
export interface Received {
	path: Record<string, unknown>;
	query: Record<string, unknown>;
	header: Record<string, unknown>;
	body: Record<string, unknown> | undefined;
}

const PLACES: Array<Parameter['in']> = ['path', 'query', 'header'];

/** The checks of one interface. */
export class Checks {
	private readonly parts = new Map<string, Check>();

	/** @param isClosed whether fields that the description does not have are refused in requests */
	constructor(
		private readonly operation: Operation,
		private readonly description: Description,
		private readonly isClosed: boolean,
	) {}

	/** What is wrong with a request. Fills in defaults, and makes numbers of texts in its address. */
	violations(received: Received): Violation[] {
		const ofParameters = PLACES.flatMap((place) =>
			violationsIn(this.parameters(place)(received[place]), received[place]),
		);
		const schema = this.operation.body;
		if (!schema || !received.body) return ofParameters;
		return [...ofParameters, ...violationsIn(this.body()(received.body), received.body)];
	}

	/** What does not fit in an answer, as text; undefined when all of it does. */
	misfit(status: number, json: unknown): string | undefined {
		const { answers } = this.operation;
		const schema = answers[status] ?? answers[`${String(status)[0]}XX`] ?? answers.default;
		return schema && this.misfitOf(`answer ${status}`, schema, json);
	}

	/** What does not fit in what is pushed to a customer. */
	misfitOfPush(json: unknown): string | undefined {
		const { body } = this.operation;
		return body && this.misfitOf('push', body, json);
	}

	private misfitOf(name: string, schema: Schema, json: unknown): string | undefined {
		const check = this.once(name, () => compiled(sentSchema(schema, this.description), 'out'));
		const errors = check(json);
		// Of the forms that an answer may have the one that fits best says most: it is read furthest.
		const depthOf = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
		const [deepest] = [...errors].sort((a, b) => depthOf(b) - depthOf(a));
		if (!deepest) return undefined;
		const stray = Object.values(deepest.params as object).join(', ');
		return `${deepest.instancePath} ${deepest.message} (${stray})`;
	}

	private parameters(place: Parameter['in']): Check {
		// Any header may come along.
		const isClosed = this.isClosed && place === 'query';
		return this.once(place, () =>
			compiled(parametersSchema(this.operation, this.description, place, isClosed), 'text'),
		);
	}

	private body(): Check {
		return this.once('body', () =>
			compiled(bodySchema(this.operation, this.description, this.isClosed) ?? {}, 'json'),
		);
	}

	private once(name: string, make: () => Check): Check {
		const known = this.parts.get(name);
		if (known) return known;
		const check = make();
		this.parts.set(name, check);
		return check;
	}
}
