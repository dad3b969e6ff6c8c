import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../aicc/base/json';
import { querycallsV2 } from '../../aicc/endpoints/cms/querycallsV2';
import { withNames } from './names';

/** The record of a call as the nodes give it out: the service's fields, and the words for its codes. */
export function callRecordItem(record: JsonObject): IDataObject {
	return withNames(record, querycallsV2.meanings);
}
