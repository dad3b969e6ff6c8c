import type { IDataObject } from 'n8n-workflow';

import { MEDIA_TYPES, NUMBER_CALL_ATTRIBUTES } from '../../aicc/codes';
import type { JsonObject } from '../../aicc/json';
import { withNames } from './names';

/** An access code as the nodes give it out: the service's fields, and the names of its codes. */
export function accessCodeItem(row: JsonObject): IDataObject {
	const { mediatypeIdName, ...item } = withNames(row, {
		mediatypeId: MEDIA_TYPES,
		numCallAttr: NUMBER_CALL_ATTRIBUTES,
	});
	return { ...item, mediatypeName: mediatypeIdName };
}
