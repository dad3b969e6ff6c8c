/** What a client is told: an answer, or a refusal that ends the work on a request. */

/** The fields of a request, by their names: of its path, its query, its headers and its body. */
export type Fields = Record<string, unknown>;

interface AnswerParts {
	/** HTTP status; 200 unless told. */
	status?: number;
	json?: unknown;
	/** In place of JSON. */
	text?: string;
	/** A file, in place of JSON; it wants a `contentType`. */
	file?: Buffer;
	contentType?: string;
	headers?: Record<string, string>;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

const FIREWALL_PAGE =
	'<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><p>The request was blocked.</p></body></html>';

/** A whole answer, for whoever wants more than the usual one of the service. */
export class Answer {
	readonly status: number;

	readonly json: unknown;

	readonly contentType: string;

	readonly headers: Record<string, string>;

	private readonly content: string | Buffer | undefined;

	constructor(parts: AnswerParts) {
		const { status = 200, json, text, file, contentType = JSON_TYPE, headers = {} } = parts;
		this.status = status;
		this.json = json;
		this.content = file ?? text;
		this.contentType = contentType;
		this.headers = headers;
	}

	/** Whether it is JSON, which the description may have a schema of. */
	get isJson(): boolean {
		return this.content === undefined;
	}

	/** As it goes over the wire. */
	get body(): string | Buffer {
		return this.content ?? JSON.stringify(this.json ?? null);
	}
}

/** A page as firewalls answer it. */
export function htmlPage(status: number, text = FIREWALL_PAGE, headers = {}): Answer {
	return new Answer({ status, text, contentType: HTML_TYPE, headers });
}

/** Ends the work on a request: nothing of it is done. */
export class Refused extends Error {
	/** @param code a result code of the interface, or a number for an HTTP status */
	constructor(
		readonly code: string | number,
		text: string,
	) {
		super(text);
	}
}
