import type { IDataObject } from 'n8n-workflow';

import { asText, type JsonObject } from '../../base/json';
import { rowsOf } from '../../patterns/list/answerRows';
import { incomplete } from '../../patterns/list/pages';
import type { SendRequest } from '../../patterns/sendRequest';
import { unexpectedShape } from '../../protocol/answer';
import { fabric, withoutCode } from './product';

/** Source: vendor page cec_07_0288. Its answer has neither code nor text, and no pages. */
export const queryCallManualDetailInfo = fabric.endpoint({
	title: 'get the calls of the past',
	path: '/apiaccess/rest/dataprocess/v1/openapp/queryCallManualDetailInfo',
	envelope: { ...withoutCode, payload: 'results' },
	limits: { callType: { values: ['0', '1', '2', '3', '4', '10', '11', '12'] } },
	meanings: {
		callType: {
			'0': 'inbound',
			'1': 'outbound',
			'2': 'predictive',
			'3': 'preview',
			'4': 'preempted',
			'10': 'bidirectional',
			'11': 'collaborative',
			'12': 'click-to-call',
		},
	},
});

/** Fields of a call that are text whatever the service writes. */
const CALL_TEXTS = ['callId', 'callerNo', 'calleeNo', 'evaluationValue'];

/** Whether there is no row because the answer says that there is none. */
function isNone(rows: unknown, total: string | undefined): boolean {
	return (rows === null || rows === undefined) && total === '0';
}

/**
 * Calls of the past, as one answer has them.
 *
 * @param query as the service takes it
 * @param wanted how many; Infinity for all
 * @throws AiccError when the answer is none, or has only a part of what is wanted
 */
export async function listPastCalls(
	ask: SendRequest,
	query: IDataObject,
	wanted: number,
): Promise<JsonObject[]> {
	const endpoint = queryCallManualDetailInfo;
	const answer = await ask(endpoint, { body: query });
	const { results } = answer;
	const total = asText(answer.total)?.trim();
	// Without a code nothing else says that it went well: a list, or that there are none.
	if (!Array.isArray(results) && !isNone(results, total)) {
		throw unexpectedShape(endpoint, 'no list of calls');
	}
	const rows = rowsOf(results, endpoint, CALL_TEXTS);
	const told = Number(total || rows.length);
	if (rows.length < Math.min(wanted, told)) throw incomplete('calls', rows.length, told);
	return rows.slice(0, wanted);
}
