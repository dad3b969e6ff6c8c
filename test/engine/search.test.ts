/** The drop-downs that are filled from the tenant's own lists. */
import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

import { makeExternalResults } from '../../simulator';
import { inEditor as inEditorOf } from './editor';
import { requestsOf, shown, useSimulator } from './fixtures';

const holder = useSimulator({ https: false });

/** Does something as the editor does, with the parameters that are in the node. */
async function inEditor<T>(
	parameters: Record<string, unknown>,
	work: (editor: ILoadOptionsFunctions, node: INodeType) => Promise<T> | undefined,
) {
	return await inEditorOf(holder.simulator, parameters, work);
}

/** Searches external results. */
async function search(filter?: string, paginationToken?: string, vdnId: unknown = 0) {
	return await inEditor<INodeListSearchResult>({ 'options.vdnId': vdnId }, (editor, { methods }) =>
		methods?.listSearch?.searchExternalResults?.call(editor, filter, paginationToken),
	);
}

it('shows a page at a time, each external result with its ID', async () => {
	const first = await search();
	expect(first.found?.results).toHaveLength(50);
	expect(first.found?.results[0]).toEqual({
		name: '6: The call is not answered. (1402245659)',
		value: '1402245659',
	});
	const second = await search(undefined, String(first.found?.paginationToken));
	expect(second.found?.results).toHaveLength(14);
	expect(second.found?.paginationToken).toBeUndefined();
	const values = [first, second].flatMap(({ found }) => found?.results.map(({ value }) => value));
	expect(values).toEqual(makeExternalResults(64).map(({ defId }) => defId));
});

it.each([
	['Result 63', ['69: Result 63 (1402246730)']],
	['result 63', ['69: Result 63 (1402246730)']],
	['1402246730', ['69: Result 63 (1402246730)']],
	['nothing like it', []],
])('finds "%s" on whatever page it is', async (text, names) => {
	const { found } = await search(text);
	expect(found?.results.map(({ name }) => name)).toEqual(names);
	expect(found?.paginationToken).toBeUndefined();
});

it('says that the credential is not chosen yet, as after a change of the resource', async () => {
	const { error } = await inEditor({}, (editor, { methods }) => {
		const node = { ...editor.getNode(), credentials: {} };
		const getCredentials = async () => await Promise.reject(new Error('no credentials set'));
		const unset = Object.assign(editor, { getNode: () => node, getCredentials });
		return methods?.listSearch?.searchExternalResults?.call(unset);
	});
	expect(error?.message).toBe('Choose the credential first');
	expect(holder.simulator.requests).toEqual([]);
});

it('reads no more pages than it needs to have something to show', async () => {
	holder.simulator.data.externalResults = makeExternalResults(1000);
	const { found } = await search('Result');
	expect(found?.results).toHaveLength(49);
	expect(requestsOf(holder.simulator, 'queryOBSResults')).toHaveLength(1);
	expect(found?.paginationToken).toBe('1');
});

it('is empty when there is nothing', async () => {
	holder.simulator.data.externalResults = [];
	expect((await search()).found).toEqual({ results: [], paginationToken: undefined });
});

it('asks for the VDN of the node', async () => {
	await search(undefined, undefined, 41);
	expect(holder.simulator.requests[0]?.path).toContain('/campaigns/41/');
});

it('says in words why it cannot be shown', async () => {
	holder.simulator.faults = [{ kind: 'json', body: { resultCode: '02000007', resultDesc: 'own' } }];
	const { error } = await search();
	expect(error?.message).toContain(': own. Incorrect parameter value (code 02000007)');
	expect(shown(error).description).toContain('Check');
});

describe('campaigns', () => {
	async function searchCampaigns(filter?: string, paginationToken?: string, operation = 'getAll') {
		const { found } = await inEditor<INodeListSearchResult>({ operation }, (editor, { methods }) =>
			methods?.listSearch?.searchCampaigns?.call(editor, filter, paginationToken),
		);
		return found;
	}

	it('are shown by name with their ID, of every state and kind, a page at a time', async () => {
		const first = await searchCampaigns();
		expect(first?.results).toHaveLength(100);
		expect(first?.results[0]).toEqual({
			name: 'Running and empty (running, 1701234567890120001)',
			value: '1701234567890120001',
		});
		const second = await searchCampaigns(undefined, String(first?.paginationToken));
		expect(second?.results).toHaveLength(30);
		expect(second?.paginationToken).toBeUndefined();
	});

	it.each(['many res', '1701234567890120004'])('are found by "%s"', async (text) => {
		const found = await searchCampaigns(text);
		expect(found?.results.map(({ name }) => name)).toEqual([
			'Many results (running, 1701234567890120004)',
		]);
	});
});

describe('campaigns that an operation can do something to', () => {
	const statusesFor = async (operation: string) => {
		const { found } = await inEditor<INodeListSearchResult>({ operation }, (editor, { methods }) =>
			methods?.listSearch?.searchCampaigns?.call(editor),
		);
		return new Set(found?.results.map(({ name }) => /\((\w+), \d+\)$/.exec(name)?.[1]));
	};

	it.each([
		['pause', ['running']],
		['resume', ['paused']],
		['getRetryPolicy', ['running', 'paused', 'finished', undefined]],
	])('%s: only these', async (operation, statuses) => {
		expect(await statusesFor(operation)).toEqual(new Set(statuses));
	});

	it('are shown without a status that has no word', async () => {
		Object.assign(holder.simulator.data.campaigns[0] ?? {}, { status: 1 });
		const { found } = await inEditor<INodeListSearchResult>({}, (editor, { methods }) =>
			methods?.listSearch?.searchCampaigns?.call(editor, 'empty'),
		);
		expect(found?.results[0]?.name).toBe('Running and empty (1701234567890120001)');
	});
});

describe('a service that does not answer well', () => {
	it('is told at once, after one request', async () => {
		holder.simulator.faults = [{ kind: 'status', status: 503, times: 0 }];
		const began = Date.now();
		const { error } = await search();
		expect(error?.message).toContain('HTTP 503');
		expect(requestsOf(holder.simulator, 'queryOBSResults')).toHaveLength(1);
		expect(Date.now() - began).toBeLessThan(20_000);
	});

	it.each([429, 403])('is asked again after HTTP %i, which may be one too many', async (status) => {
		holder.simulator.faults = [{ kind: 'html', status, times: 2 }];
		const { error, found } = await search();
		expect(error).toBeUndefined();
		expect(found?.results).not.toHaveLength(0);
		expect(requestsOf(holder.simulator, 'queryOBSResults')).toHaveLength(3);
	});

	it('is not asked for ever when it repeats a page and tells a total that cannot be', async () => {
		const data = holder.simulator.data.externalResults.slice(0, 50);
		const body = { resultCode: '0200000', data, totalCount: 10 ** 12 };
		holder.simulator.faults = [{ kind: 'json', times: 0, body }];
		const { found } = await search('nothing like it');
		expect(found).toEqual({ results: [], paginationToken: undefined });
		expect(requestsOf(holder.simulator, 'queryOBSResults')).toHaveLength(2);
	});

	it('shows every row although it gives fewer on a page than it is asked for', async () => {
		const rows = makeExternalResults(50);
		const asked: unknown[] = [];
		const names: string[] = [];
		let token: string | undefined;
		do {
			const page = Number(token?.split(' ')[0] ?? 0);
			const data = rows.slice(page * 20, page * 20 + 20);
			const body = { resultCode: '0200000', data, totalCount: rows.length };
			holder.simulator.faults = [{ kind: 'json', body }];
			const { found } = await search(undefined, token);
			asked.push(page);
			names.push(...(found?.results ?? []).map(({ name }) => name));
			token = found?.paginationToken as string | undefined;
		} while (token !== undefined);
		expect(asked).toEqual([0, 1, 2]);
		expect(new Set(names).size).toBe(rows.length);
	});
});

describe('OBS result codes to choose from', () => {
	it('come once each when the service has one twice', async () => {
		const { obsResultCodes } = holder.simulator.data;
		obsResultCodes.push({ ...obsResultCodes[0] } as (typeof obsResultCodes)[number]);
		const { found } = await inEditor<INodePropertyOptions[]>({}, (editor, { methods }) =>
			methods?.loadOptions?.getObsResultCodes?.call(editor),
		);
		expect(found).toHaveLength(obsResultCodes.length - 1);
	});

	it('are all there, with what they mean', async () => {
		const { found } = await inEditor<INodePropertyOptions[]>({}, (editor, { methods }) =>
			methods?.loadOptions?.getObsResultCodes?.call(editor),
		);
		expect(found).toEqual(
			holder.simulator.data.obsResultCodes.map(({ obsCode, obsCodeDesc }) => ({
				name: `${obsCode}: ${obsCodeDesc}`,
				value: obsCode,
			})),
		);
	});
});
