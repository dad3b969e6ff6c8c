import { isObject, valueAt, type JsonObject } from '../base/json';
import { unexpectedShape } from '../protocol/answer';
import type { Endpoint } from '../protocol/endpoint';

/** Where the answer of an endpoint has what was asked for. */
interface WithPayload extends Endpoint {
	/** Names with dots between them; none where it is the answer as a whole. */
	payload?: string;
}

/**
 * The object that an answer is about.
 *
 * @param what it is, for the message when there is none
 * @throws AiccError when there is none
 */
export function payloadOf(
	answer: JsonObject,
	endpoint: WithPayload,
	what = endpoint.payload,
): JsonObject {
	const { payload: place } = endpoint;
	const payload = place === undefined ? answer : valueAt(answer, place);
	if (!isObject(payload)) throw unexpectedShape(endpoint, `no ${what}`);
	return payload;
}
