/** What the interfaces of CC-CMS answer that are asked for one call. */
import { AiccError } from '../../../base/errors';
import { isNothing, valueAt, type JsonObject } from '../../../base/json';
import { couldNot } from '../../../base/words';
import { rowsOf } from '../../../patterns/list/answerRows';
import { payloadOf } from '../../../patterns/payload';
import type { DescribedEndpoint } from '../../product';

/** What may not be there, and what to do then. */
export interface Absence {
	what: string;
	advice: string;
}

/**
 * What an answer of success is about.
 *
 * @throws AiccError when there is nothing in it, in whatever form: the pages do not say which
 */
export function foundIn(
	answer: JsonObject,
	endpoint: DescribedEndpoint,
	absence: Absence,
): unknown {
	const found = valueAt(answer, endpoint.payload ?? '');
	if (!isNothing(found)) return found;
	throw new AiccError('service', couldNot(endpoint, `there is no ${absence.what}`), {
		description: absence.advice,
	});
}

/** What is known of the call. @throws AiccError when it is not there */
export function callIn(
	answer: JsonObject,
	endpoint: DescribedEndpoint,
	absence: Absence,
): JsonObject {
	foundIn(answer, endpoint, absence);
	return payloadOf(answer, endpoint);
}

/** The rows that are known of the call. @throws AiccError when there is none */
export function rowsOfCallIn(
	answer: JsonObject,
	endpoint: DescribedEndpoint,
	absence: Absence,
): JsonObject[] {
	return rowsOf(foundIn(answer, endpoint, absence), endpoint, []);
}
