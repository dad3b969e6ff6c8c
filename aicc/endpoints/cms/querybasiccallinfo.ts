import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../base/json';
import type { SendRequest } from '../../patterns/sendRequest';
import { CMS, cms, CMS_TENANT_LIMITS } from './product';
import { toOneForm, type FieldTypes } from './shared/oneForm';
import { callIn, type Absence } from './shared/oneCall';
import { LEAVE_REASONS, MEDIA_TYPES } from './shared/tables';

/** Source: vendor page cec_07_0640. Only while the call is in progress, and not on CTI 3.6. */
export const querybasiccallinfo = cms.endpoint({
	title: 'get the call',
	path: `${CMS}/v1/openapi/calldata/querybasiccallinfo`,
	payload: 'resultDesc',
	limits: { ...CMS_TENANT_LIMITS, callId: { maxLength: 20 } },
	meanings: { mediaType: MEDIA_TYPES, enterReason: LEAVE_REASONS },
});

const FIELDS: FieldTypes = {
	texts: ['callingNum', 'calledNum', 'orgiCalledNum', 'trunkNo', 'deviceNo'],
	times: ['time'],
	numbers: [
		'priority',
		'deviceType',
		'mediaType',
		'waitTime',
		'totalTalkingTimes',
		'logonTimes',
		'enterReason',
	],
};

/** What there is when a call that is asked for is not in progress. */
export function notInProgress(callId: string): Absence {
	return {
		what: `call ${callId} in progress`,
		advice: 'Calls that are over are in Call Record. Check Call ID and the VDN ID otherwise.',
	};
}

/** A call that is in progress. @throws AiccError when it is not */
export async function getLiveCall(
	ask: SendRequest,
	asked: IDataObject & { callId: string },
): Promise<JsonObject> {
	const answer = await ask(querybasiccallinfo, { body: asked });
	return toOneForm(FIELDS)(callIn(answer, querybasiccallinfo, notInProgress(asked.callId)));
}
