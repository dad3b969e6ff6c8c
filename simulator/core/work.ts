/** What the platform does with a request: lets it in, checks it, does what it asks, and checks the answer. */
import { accessRefusal } from './access';
import { Answer, Refused, type Fields } from './answer';
import type { InterfaceBehaviour, Product } from './behaviour';
import type { CodeFields, Description, Operation } from './description';
import type { Platform, RecordedRequest } from './platform';
import { Checks, type Received } from './validation';
import type { Violation } from './violations';

/** A request, and what the server read of its address. */
export interface Arrival {
	record: RecordedRequest;
	/** Parameters of the path. */
	params: Record<string, string>;
	/** Path and query as they were on the wire. */
	target: string;
}

/** The JSON object in a text, or undefined. */
export function jsonObject(text: string): Fields | undefined {
	try {
		const value: unknown = JSON.parse(text);
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		return isObject ? (value as Fields) : undefined;
	} catch {
		return undefined;
	}
}

/** An answer with its code and text wherever the description has them. */
function coded(form: CodeFields, code: string, text: string, payload: object = {}): Answer {
	const fields: Fields = {};
	for (const name of form.code) fields[name] = code;
	for (const name of form.text) fields[name] = text;
	return new Answer({ json: { ...fields, ...payload } });
}

/** One interface at work. */
export class Work {
	private readonly checks: Checks;

	private readonly headers: string[];

	constructor(
		readonly operation: Operation,
		description: Description,
		private readonly product: Product,
		private readonly behaviour: InterfaceBehaviour | undefined,
	) {
		this.checks = new Checks(operation, description, product.refusesUnknown);
		const headers = operation.parameters.filter((parameter) => parameter.in === 'header');
		this.headers = headers.map(({ name }) => name);
	}

	/** What the platform answers to one request. */
	answer(platform: Platform, arrival: Arrival): Answer {
		const { operationId } = this.operation;
		if (!this.behaviour) {
			return new Answer({ status: 404, json: { message: `${operationId} is not simulated` } });
		}
		const refusal = accessRefusal(this.operation, platform, arrival.record, arrival.target);
		const done = refusal ?? this.done(this.behaviour, platform, arrival);
		const answer = this.inLanguage(done, platform, arrival.record);
		if (!platform.behaviour.checkAnswers || !answer.isJson) return answer;
		const misfit = this.checks.misfit(answer.status, answer.json);
		if (misfit === undefined) return answer;
		return this.fault(platform, `answer of ${operationId} does not fit openapi/: ${misfit}`);
	}

	/** An answer with its texts in the language that was asked for. */
	inLanguage(answer: Answer, { behaviour }: Platform, { headers }: RecordedRequest): Answer {
		const { inLanguage } = this.product;
		if (!inLanguage || !answer.isJson) return answer;
		const locale = String(headers.locale ?? behaviour.defaultLocale);
		return new Answer({ ...answer, json: inLanguage(answer.json, locale) });
	}

	/** A refusal with any code that the interface documents, with its meaning. */
	refusal(code: string): Answer {
		return this.refused(code, this.operation.codes[code] ?? 'Refused on demand');
	}

	/** What the interface says to whoever asks too fast. */
	tooFast(): Answer {
		const code = this.product.tooFast.find((known) => known in this.operation.codes);
		if (code !== undefined) return this.refusal(code);
		return new Answer({ status: 429, json: { message: 'Called too often, try again later' } });
	}

	private done(behaviour: InterfaceBehaviour, platform: Platform, arrival: Arrival): Answer {
		try {
			const result = behaviour.answer(this.read(platform, arrival), platform);
			if (result instanceof Answer) return result;
			const { success } = this.operation;
			return coded(success, success.codes[0] ?? '', 'success', result);
		} catch (error) {
			if (error instanceof Refused) return this.refused(error.code, error.message);
			return this.fault(platform, `file of ${this.operation.operationId} fails: ${String(error)}`);
		}
	}

	/** A mistake in the simulator itself. */
	private fault(platform: Platform, what: string): Answer {
		const message = `The simulator's ${what}`;
		platform.misfits.push(message);
		return new Answer({ status: 500, json: { message } });
	}

	/** The fields of a request. @throws Refused when they do not fit the description */
	private read(platform: Platform, { record, params }: Arrival): Fields {
		const { body: schema } = this.operation;
		const { codes, enter } = this.product;
		const header: Fields = {};
		for (const name of this.headers) {
			const value = record.headers[name.toLowerCase()];
			if (value !== undefined) header[name] = value;
		}
		const received: Received = {
			path: { ...params },
			query: { ...record.query },
			header,
			body: schema && jsonObject(record.body),
		};
		enter?.({ ...received.path, ...received.query, ...received.body }, platform);
		if (schema && !received.body) {
			throw new Refused(codes.noObject ?? codes.other, 'The body is not a JSON object');
		}
		const [violation] = this.checks
			.violations(received)
			.filter((one) => !this.isOverlooked(one, platform));
		if (violation) throw this.refusalOf(violation, platform);
		const { path, query, body } = received;
		return { ...header, ...path, ...query, ...body };
	}

	/** Deployments may give more rows than the page has within reach, or pass over what they do not know. */
	private isOverlooked({ kind, field }: Violation, { behaviour }: Platform): boolean {
		if (kind === 'unknown') return behaviour.ignoresUnknown;
		const isBeyond = kind === 'tooHigh' && field === this.operation.paging?.offset;
		return isBeyond && behaviour.beyondOffset !== 'refuse';
	}

	private refusalOf(violation: Violation, platform: Platform): Refused {
		const { codes, textOf } = this.product;
		const code =
			violation.refusedWith ?? this.operation.refusedWith ?? codes[violation.kind] ?? codes.other;
		return new Refused(code, textOf?.(violation, platform) ?? violation.text);
	}

	/** @param code a result code; a number is an HTTP status */
	private refused(code: string | number, message: string): Answer {
		const { success } = this.operation;
		const form = success.code.length > 0 ? success : this.product.refusal;
		if (typeof code === 'string' && form) return coded(form, code, message);
		// Where answers have no code a wrong request is a bad request.
		return new Answer({ status: typeof code === 'number' ? code : 400, json: { message } });
	}
}
