import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../base/json';
import { rowsOf } from '../../patterns/list/answerRows';
import type { SendRequest } from '../../patterns/sendRequest';
import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { notInProgress } from './querybasiccallinfo';
import { foundIn } from './shared/oneCall';
import { unseenRow } from './shared/unseenRow';

/** Source: vendor page cec_07_0641. Only while the call is in progress. */
export const querydetailcallinfo = cms.endpoint({
	title: 'get the details of the call',
	path: `${CMS}/v1/openapi/calldata/querydetailcallinfo`,
	payload: 'resultDesc',
	limits: CMS_TENANT_LIMITS,
});

/**
 * What is known of a call that is in progress. What the service says was not seen, nor whether it is
 * one object or several.
 *
 * @throws AiccError when the call is not in progress
 */
export async function getLiveCallDetails(
	ask: SendRequest,
	asked: IDataObject & { callId: string },
): Promise<JsonObject[]> {
	const answer = await ask(querydetailcallinfo, { body: asked });
	const details = foundIn(answer, querydetailcallinfo, notInProgress(asked.callId));
	const rows = rowsOf(Array.isArray(details) ? details : [details], querydetailcallinfo, []);
	return rows.map(unseenRow);
}
