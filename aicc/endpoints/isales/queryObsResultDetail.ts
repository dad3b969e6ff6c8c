import { isObject, withTextFields, type JsonObject } from '../../base/json';
import { payloadOf } from '../../patterns/payload';
import type { PathValues, SendRequest } from '../../patterns/sendRequest';
import { unexpectedShape } from '../../protocol/answer';
import { CAMPAIGNS, isales } from './product';

/** Source: seed queryObsResultDetail. */
export const queryObsResultDetail = isales.endpoint({
	title: 'get the external result',
	path: `${CAMPAIGNS}/{defId}/queryObsResultDetail`,
	payload: 'obResult',
});

/** Fields that are text whatever the service writes. Source: same seed. */
const RESULT_TEXTS = ['defId', 'resultCode'];
const MAPPING_TEXTS = ['mapId', 'defId', 'failCode'];

/**
 * One external result with its OBS result codes in `resultMapList`.
 *
 * @param path `defId`, and `vdnId` if it is not the credential's
 * @throws AiccError when the answer has none
 */
export async function getExternalResult(ask: SendRequest, path: PathValues): Promise<JsonObject> {
	const answer = await ask(queryObsResultDetail, { path });
	const result = payloadOf(answer, queryObsResultDetail, 'external result');
	const mappings = result.resultMapList ?? [];
	if (!Array.isArray(mappings) || !mappings.every(isObject)) {
		throw unexpectedShape(queryObsResultDetail, 'no list of OBS result codes');
	}
	return {
		...withTextFields(result, RESULT_TEXTS),
		resultMapList: mappings.map((mapping) => withTextFields(mapping, MAPPING_TEXTS)),
	};
}
