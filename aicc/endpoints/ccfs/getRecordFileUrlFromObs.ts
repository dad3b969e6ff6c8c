import { CCFS, ccfs, NOT_THERE } from './product';

/**
 * Source: vendor page cec_07_0813. Its body has no envelope. Without `version` it takes times as UTC,
 * which is allowed for some tenants only: it is always sent.
 */
export const getRecordFileUrlFromObs = ccfs.endpoint({
	title: 'get the address of the recording',
	path: `${CCFS}/getRecordFileUrlFromObs`,
	payload: 'resultData.url',
	answerCodes: [NOT_THERE],
	clock: 'tenant',
	limits: { callId: { minLength: 1, maxLength: 25 } },
});
