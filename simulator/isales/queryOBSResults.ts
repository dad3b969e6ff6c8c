/** Source: vendor page 0801. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeExternalResults } from './shared/externalResults';
import { pageOf, type PageAsked } from './shared/pages';

export const data: DataMakers = {
	externalResults: ({ externalResults }) => makeExternalResults(externalResults),
};

export const tryThese: TryThis[] = [
	{ ask: { pageNum: 1, pageSize: 50 }, gives: 'the first of the external results, 64 unless told' },
];

export default behaviour<PageAsked>('queryOBSResults', (asked, { data: { externalResults } }) => ({
	data: pageOf(externalResults, asked).map(({ displayResult, resultCode, defId }) => ({
		displayResult,
		resultCode,
		defId,
	})),
	totalCount: externalResults.length,
}));
