import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { openRun, sender } from '../../../aicc/connection';
import { EXTERNAL_RESULTS, fetchIsalesPage } from '../../../aicc/lists';
import { ISALES_PAGE_SIZE } from '../../../aicc/interfaces';
import { asText, type JsonObject } from '../../../aicc/json';
import { request } from '../../../aicc/request';
import { isVdnId } from '../../../aicc/target';
import { findAiccError } from '../../../aicc/errors';

/** Entries that a search looks for before it shows what it has. */
const WORTH_SHOWING = 20;

function toEntry(row: JsonObject): INodeListSearchItems {
	const id = asText(row.defId) ?? '';
	return { name: `${asText(row.displayResult) ?? ''} (${id})`, value: id };
}

/**
 * The external results of the tenant for the drop-down, a page at a time. The service cannot
 * search, so with a search text pages are read until there is something to show.
 *
 * @param paginationToken number of the next page, from 0, as text
 */
export async function searchExternalResults(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const vdnId = this.getCurrentNodeParameter('vdnId');
	const path: Record<string, string> = isVdnId(vdnId) ? { vdnId: String(vdnId) } : {};
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results: INodeListSearchItems[] = [];
	let index = Number(paginationToken ?? 0);
	let hasMore = true;
	try {
		const run = await openRun(this, 'akSk', {});
		const send = sender(this, 'akSk');
		while (hasMore && results.length < (wanted ? WORTH_SHOWING : 1)) {
			const page = await fetchIsalesPage(
				async (call) => await request(call, run, send),
				EXTERNAL_RESULTS,
				path,
				index,
			);
			index++;
			hasMore = page.rows.length > 0 && index * ISALES_PAGE_SIZE < (page.total ?? 0);
			results.push(
				...page.rows.map(toEntry).filter(({ name }) => name.toLowerCase().includes(wanted)),
			);
		}
	} catch (error) {
		const failure = findAiccError(error);
		throw new NodeApiError(
			this.getNode(),
			{ message: failure?.message ?? 'The list could not be loaded' },
			{ message: failure?.message, description: failure?.description },
		);
	}
	return {
		results,
		paginationToken: hasMore ? String(index) : undefined,
	};
}
