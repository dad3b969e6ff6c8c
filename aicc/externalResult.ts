import { unexpectedShape } from './answer';
import { INTERFACES } from './interfaces';
import { isObject, withTextFields, type JsonObject } from './json';
import type { Ask, PathValues } from './lists';

/** Fields that are text whatever the service writes. Source: seed queryObsResultDetail. */
const RESULT_TEXTS = ['defId', 'resultCode'];
const MAPPING_TEXTS = ['mapId', 'defId', 'failCode'];

/**
 * One external result with its OBS result codes in `resultMapList`.
 *
 * @param path `defId`, and `vdnId` if it is not the credential's
 */
export async function getExternalResult(ask: Ask, path: PathValues): Promise<JsonObject> {
	const called = INTERFACES.queryExternalResult;
	const { obResult } = await ask({ interface: called, path });
	if (!isObject(obResult)) throw unexpectedShape(called, 'no external result');
	const mappings = obResult.resultMapList ?? [];
	if (!Array.isArray(mappings) || !mappings.every(isObject)) {
		throw unexpectedShape(called, 'no list of OBS result codes');
	}
	return {
		...withTextFields(obResult, RESULT_TEXTS),
		resultMapList: mappings.map((mapping) => withTextFields(mapping, MAPPING_TEXTS)),
	};
}
