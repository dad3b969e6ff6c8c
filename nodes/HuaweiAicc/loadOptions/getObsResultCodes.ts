import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { asText } from '../../../aicc/base/json';
import { queryOBSResultCode } from '../../../aicc/endpoints/isales/queryOBSResultCode';
import { readList } from '../../../aicc/patterns/list/list';
import { askForEditor, withoutRepeats } from '../../shared/editor';

/** All OBS result codes of the tenant, for the list to choose from. */
export async function getObsResultCodes(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const rows = await askForEditor(
		this,
		queryOBSResultCode.authentication,
		async (ask, path) => await readList(ask, queryOBSResultCode, { path }, Infinity),
	);
	const options = rows.map((row) => {
		const code = asText(row.obsCode) ?? '';
		return { name: `${code}: ${asText(row.obsCodeDesc) ?? ''}`, value: code };
	});
	return withoutRepeats(options);
}
