import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { listIsales, OBS_RESULT_CODES } from '../../../aicc/isalesLists';
import { asText } from '../../../aicc/json';
import { askForEditor, withoutRepeats } from '../listSearch/search';

/** All OBS result codes of the tenant, for the list to choose from. */
export async function getObsResultCodes(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const rows = await askForEditor(
		this,
		async (ask, path) => await listIsales(ask, OBS_RESULT_CODES, path, Infinity),
	);
	const options = rows.map((row) => {
		const code = asText(row.obsCode) ?? '';
		return { name: `${code}: ${asText(row.obsCodeDesc) ?? ''}`, value: code };
	});
	return withoutRepeats(options);
}
