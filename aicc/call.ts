import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { AiccError } from './errors';
import type { AiccInterface } from './interfaces';
import type { Run } from './run';

/** One question to AICC. */
export interface Call {
	interface: AiccInterface;
	/** Values of the placeholders in the path. */
	path?: Readonly<Record<string, string>>;
	query?: IDataObject;
	body?: IDataObject;
}

/** Path segments that would lead out of their place. */
const DOT_SEGMENTS = ['.', '..'];

/** One half of a character that JavaScript keeps in two: it cannot be written as bytes. */
const HALF_CHARACTER = /\p{Cs}/u;

/**
 * The path with its values; each stays within its own place whatever characters it has.
 *
 * @throws AiccError of kind `input` for a value that no path can hold
 */
function fillPath(called: AiccInterface, values: Call['path'] = {}): string {
	return Object.entries(values).reduce((path, [name, value]) => {
		if (value === '' || DOT_SEGMENTS.includes(value) || HALF_CHARACTER.test(value)) {
			throw new AiccError('input', `"${value}" cannot be used as an ID`, {
				description: 'Enter the ID as the service shows it.',
			});
		}
		return path.replace(`{${name}}`, () => encodeURIComponent(value));
	}, called.path);
}

/**
 * n8n's options for a call. Its address is below the credential's, which authentication adds.
 *
 * @throws AiccError of kind `input`, see `fillPath`
 */
export function optionsFor(call: Call, run: Run): IHttpRequestOptions {
	const options: IHttpRequestOptions = {
		...run.requestOptions,
		method: call.interface.method,
		url: fillPath(call.interface, call.path),
		timeout: run.timeout,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	if (call.query) options.qs = { ...call.query };
	if (call.body) {
		options.body = JSON.stringify(call.body);
		options.headers = { 'Content-Type': 'application/json' };
	}
	return options;
}
