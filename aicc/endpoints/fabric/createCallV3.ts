import { CALL_SERIAL_NO, CHECK_CALL, CREATE_CALL_CODES, fabric, mobileAgent } from './product';

/** Source: vendor page cec_07_0053. */
export const createCallV3 = fabric.endpoint({
	title: 'make the call from the softphone',
	path: '/apiaccess/CC-Management/v3/mobileAgent/createCall',
	envelope: mobileAgent,
	payload: CALL_SERIAL_NO,
	codes: CREATE_CALL_CODES,
	limits: {
		caller: { maxLength: 32 },
		softPhone: { maxLength: 32 },
		called: { maxLength: 32 },
	},
	write: { check: CHECK_CALL },
});
