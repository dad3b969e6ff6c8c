import type { JsonObject } from '../../base/json';
import type { SendRequest } from '../../patterns/sendRequest';
import { CMS, cms, KEPT_CALLS } from './product';
import { IS_CALL_IN, type Direction } from './shared/direction';
import { toOneForm, type FieldTypes } from './shared/oneForm';
import { callIn } from './shared/oneCall';
import { CALL_TYPES } from './shared/tables';

/** Source: vendor page cec_07_0642. The times go by the clock of the tenant. */
export const querycalldetailbyid = cms.endpoint({
	title: 'get the record of the call',
	path: `${CMS}/v1/openapi/calldata/querycalldetailbyid`,
	payload: 'resultDesc',
	clock: 'tenant',
	limits: { isCallin: { values: ['true', 'false'] } },
	meanings: {
		callType: CALL_TYPES,
		// Of predictive and preempted calls.
		result: {
			'0000': 'succeeded before the IVR',
			'0900': 'succeeded before the agent',
			'0101': 'failed',
			'-1': 'no number left',
			'0601': 'returned',
		},
	},
});

const FIELDS: FieldTypes = {
	texts: ['callId', 'callerNo', 'calleeNo', 'result', 'resultCode', 'busiResult', 'busiSubStatus'],
	times: ['beginTime', 'endTime'],
	numbers: [
		'vdn',
		'callType',
		'agentId',
		'skillId',
		'anonyCall',
		'queueWaitTime',
		'ivrCallTime',
		'ackTime',
		'callTime',
		'releaseCause',
	],
};

/** The record of one call. @throws AiccError when there is none */
export async function getCallRecord(
	ask: SendRequest,
	ccId: number,
	callId: string,
	direction: Direction,
): Promise<JsonObject> {
	// The table of the page has the three flat, its sample in queryParam.
	const queryParam = { ccId, isCallin: IS_CALL_IN[direction], callId };
	const answer = await ask(querycalldetailbyid, { body: { queryParam } });
	const record = callIn(answer, querycalldetailbyid, {
		what: `${direction} call ${callId}`,
		advice: `Check Call ID and Direction. ${KEPT_CALLS}`,
	});
	return toOneForm(FIELDS)(record);
}
