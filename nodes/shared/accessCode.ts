import type { IDataObject } from 'n8n-workflow';

import { MEDIA_TYPES, NUMBER_CALL_ATTRIBUTES } from '../../aicc/codes';
import type { JsonObject } from '../../aicc/json';

/** An access code as the nodes give it out: the service's fields, and the names of its codes. */
export function accessCodeItem(row: JsonObject): IDataObject {
	return {
		...(row as IDataObject),
		mediatypeName: MEDIA_TYPES[String(row.mediatypeId)] ?? null,
		numCallAttrName: NUMBER_CALL_ATTRIBUTES[String(row.numCallAttr)] ?? null,
	};
}
