import { asText, type JsonObject } from '../../base/json';
import { rowsOf } from '../../patterns/list/answerRows';
import { incomplete } from '../../patterns/list/pages';
import type { SendRequest } from '../../patterns/sendRequest';
import { fabric } from './product';

/** SmartCare. Source: vendor page cec_07_0294; its path has another prefix than its siblings. */
export const querydeepresult = fabric.endpoint({
	title: 'get the result of the deep diagnosis',
	path: '/apiaccess/rest/cc-management/v1/smartcare/querydeepresult',
	payload: 'data',
});

/** The rows of a deep diagnosis. @throws AiccError when the answer has no list, or a part of it only */
export async function readDeepResult(ask: SendRequest, taskId: string): Promise<JsonObject[]> {
	const { data, row } = await ask(querydeepresult, { body: { taskId } });
	const rows = rowsOf(data, querydeepresult, []);
	const told = Number(asText(row) ?? rows.length);
	if (rows.length < told) throw incomplete('findings', rows.length, told);
	return rows;
}
