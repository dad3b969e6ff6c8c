import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { choicesOf } from '../shared/names';
import { WATCHED } from './watchedIndicators';

/** The indicators that the documentation names, of what is chosen to be watched. */
export async function searchIndicators(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const scope = this.getCurrentNodeParameter('scope');
	const [, watched] = Object.entries(WATCHED).find(([kind]) => kind === scope) ?? [];
	const { indicators = {} } = watched ?? {};
	const wanted = filter.toLowerCase();
	const results = choicesOf(Object.keys(indicators), indicators).filter(({ name }) =>
		name.toLowerCase().includes(wanted),
	);
	return { results: results.map(({ name, value }) => ({ name, value: String(value) })) };
}
