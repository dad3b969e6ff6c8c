import type { IDataObject } from 'n8n-workflow';

import { AiccError } from '../../base/errors';
import { asText, type JsonObject } from '../../base/json';
import { rowsOf } from '../../patterns/list/answerRows';
import type { BatchSpec } from '../../patterns/batch/batchSpec';
import type { PathValues } from '../../patterns/sendRequest';
import { CAMPAIGNS_V2, isales } from './product';

/** Source: vendor page cec_07_4037. */
export const statistics = isales.endpoint({
	title: 'get the statistics of today',
	path: `${CAMPAIGNS_V2}/statistics`,
	// Only its refusals are known to have a code.
	envelope: { ...isales.envelope, isCodeOptional: true },
	payload: 'countDetail',
	statuses: {
		429: {
			isAbout: 'pace',
			advice:
				'The statistics can be read once in five minutes. Run the workflow again later, not more often than that; the items of one execution share one request.',
		},
	},
});

/** What is counted; without a campaign all of them are. */
export interface Counted extends IDataObject {
	campaignId?: string;
	batchId?: string;
}

/** What is the same in all records, if it is. */
function sharedBy(records: Counted[]): Counted | undefined {
	const [first = {}, ...others] = records;
	const isSame = (other: Counted) =>
		other.campaignId === first.campaignId && other.batchId === first.batchId;
	return others.every(isSame) ? first : undefined;
}

/** The one question for all records. @throws AiccError where there is none */
function questionFor(records: Counted[]): Counted {
	const shared = sharedBy(records);
	if (shared) return shared;
	if (records.every(({ batchId }) => batchId === undefined)) return {};
	throw new AiccError('input', 'Batch ID is for one campaign and one batch in an execution', {
		description:
			'The statistics can be read once in five minutes, so all items share one request. Give all items the same Campaign and Batch ID, or none of them a Batch ID.',
	});
}

/** The counters that a record asks for. */
function rowsFor(answer: JsonObject, record: Counted, records: Counted[]): JsonObject[] {
	const texts = ['campaignId'];
	const rows = rowsOf(answer.countDetail, statistics, texts);
	const { campaignId } = record;
	if (campaignId === undefined || sharedBy(records)) return rows;
	return rows.filter((row) => asText(row.campaignId) === campaignId);
}

/** How the statistics are asked for: once for all items. */
export function counting(path: PathValues): BatchSpec<Counted> {
	return {
		title: 'Statistics of today',
		endpoint: {
			...statistics,
			batch: {
				field: 'campaignId',
				size: Infinity,
				keyOf: (record) => JSON.stringify(record),
				answerOf: (answer, record, records) => ({ rows: rowsFor(answer, record, records) }),
			},
		},
		path,
		questionFor,
	};
}
