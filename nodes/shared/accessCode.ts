import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../aicc/base/json';
import { queryAccessCodeList } from '../../aicc/endpoints/fabric/queryAccessCodeList';
import { withNames } from './names';

/** An access code as the nodes give it out: the service's fields, and the names of its codes. */
export function accessCodeItem(row: JsonObject): IDataObject {
	return withNames(row, queryAccessCodeList.meanings);
}
