import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { asText } from '../../../aicc/base/json';
import { querySkills } from '../../../aicc/endpoints/fabric/querySkills';
import { readList } from '../../../aicc/patterns/list/list';
import { askForEditor, withoutRepeats } from '../../shared/editor';

/** All skill queues of the tenant space, for the list to choose from. */
export async function getSkills(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const rows = await askForEditor(
		this,
		querySkills.authentication,
		async (ask) => await readList(ask, querySkills, {}, Infinity),
	);
	const options = rows.map((row) => {
		const id = asText(row.skillId) ?? '';
		return { name: `${asText(row.name) ?? ''} (${id})`, value: id };
	});
	return withoutRepeats(options);
}
