import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { HALF_CHARACTER } from '../base/encoding';
import { AiccError } from '../base/errors';
import type { Endpoint } from '../protocol/endpoint';
import { localeHeader } from '../protocol/locale';
import type { Session } from './session';

/** One question to AICC. */
export interface ApiRequest {
	endpoint: Endpoint;
	/** Values of the placeholders in the path. */
	path?: Readonly<Record<string, string>>;
	query?: IDataObject;
	body?: IDataObject;
	/** What a file is called that comes, without the ending, which goes by what is in it. */
	fileName?: string;
}

/** Path segments that would lead out of their place. */
const DOT_SEGMENTS = ['.', '..'];

/**
 * The path with its values; each stays within its own place whatever characters it has.
 *
 * @throws AiccError of kind `input` for a value that no path can hold
 */
function fillPath(endpoint: Endpoint, values: ApiRequest['path'] = {}): string {
	return Object.entries(values).reduce((path, [name, value]) => {
		if (value === '' || DOT_SEGMENTS.includes(value) || HALF_CHARACTER.test(value)) {
			throw new AiccError('input', `"${value}" cannot be used as an ID`, {
				description: 'Enter the ID as the service shows it.',
			});
		}
		return path.replace(`{${name}}`, () => encodeURIComponent(value));
	}, endpoint.path);
}

/**
 * n8n's options for a request. Its address is below the credential's, which authentication adds.
 *
 * @throws AiccError of kind `input`, see `fillPath`
 */
export function optionsFor(request: ApiRequest, session: Session): IHttpRequestOptions {
	const options: IHttpRequestOptions = {
		...session.requestOptions,
		method: request.endpoint.method,
		url: fillPath(request.endpoint, request.path),
		timeout: session.timeout,
		encoding: request.endpoint.file ? 'stream' : 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	const origin = session.originOf(request.endpoint);
	if (origin !== session.origin) options.baseURL = origin;
	if (request.query) options.qs = { ...request.query };
	if (request.body) options.body = JSON.stringify(request.body);
	options.headers = {
		...(request.body && { 'Content-Type': 'application/json' }),
		// The length that is told is that of the file itself.
		...(request.endpoint.file && { 'Accept-Encoding': 'identity' }),
		...localeHeader(request.endpoint, session.tenant.locale),
	};
	return options;
}
