import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../base/json';
import type { SendRequest } from '../../patterns/sendRequest';
import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { toOneForm, type FieldTypes } from './shared/oneForm';
import { rowsOfCallIn } from './shared/oneCall';
import { CALL_TYPES, LEAVE_REASONS, MEDIA_TYPES } from './shared/tables';

/** Source: vendor page cec_07_0608. */
export const querycalltracedetail = cms.endpoint({
	title: 'get the track of the call',
	path: `${CMS}/v1/openapi/vdn/querycalltracedetail`,
	payload: 'resultDesc',
	limits: CMS_TENANT_LIMITS,
	meanings: {
		callType: CALL_TYPES,
		mediaType: MEDIA_TYPES,
		EnterReason: LEAVE_REASONS,
		LeaveReason: LEAVE_REASONS,
	},
});

const FIELDS: FieldTypes = {
	texts: ['callId', 'callerNo', 'calleeNo', 'deviceNo', 'deviceIn'],
	times: ['waitBegin', 'ackBegin', 'callBegin', 'callEnd'],
	numbers: [
		'mediaType',
		'subMediaType',
		'callIdNum',
		'subCcNo',
		'deviceType',
		'callType',
		'releaseCause',
		'enterReason',
		'leaveReason',
		'currentSkillID',
	],
};

/**
 * The stations of a call, in the order of the service.
 *
 * @param asked `ccId`, `vdn`, `callId`, and `logDate` in epoch milliseconds as text, which tells the
 *   month whose calls are looked through
 * @throws AiccError when there is no such call
 */
export async function getCallTrack(
	ask: SendRequest,
	asked: IDataObject & { callId: string },
): Promise<JsonObject[]> {
	const answer = await ask(querycalltracedetail, { body: asked });
	const rows = rowsOfCallIn(answer, querycalltracedetail, {
		what: `call ${asked.callId} in that month`,
		advice: 'Check Call ID and Log Date: both come from Get Many (Call Record).',
	});
	return rows.map(toOneForm(FIELDS));
}
