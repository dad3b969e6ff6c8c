import { CALL_SERIAL_NO, CHECK_CALL, CREATE_CALL_CODES, fabric, mobileAgent } from './product';

/**
 * Source: vendor page cec_07_1303, whose result codes were not seen: those of createCallV3 are
 * understood here, too.
 */
export const createCallV1 = fabric.endpoint({
	title: 'make the call',
	path: '/apiaccess/CC-Management/v1/mobileAgent/createCall',
	envelope: mobileAgent,
	payload: CALL_SERIAL_NO,
	codes: CREATE_CALL_CODES,
	codesAlsoOf: ['createCallV3'],
	limits: {
		caller: { maxLength: 32 },
		called: { maxLength: 32 },
		agentWorkNo: { min: 0, max: 99_999 },
		callData: { maxLength: 1024 },
	},
	write: { check: CHECK_CALL },
});
