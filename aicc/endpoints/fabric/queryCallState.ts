import { CHECK_CALL_SERIAL_NO } from '../advice';
import { CALL_ENDS, fabric, mobileAgent } from './product';

/** Source: vendor page cec_07_0055. */
export const queryCallState = fabric.endpoint({
	title: 'get the state of the call',
	path: '/apiaccess/CC-Management/v1/mobileAgent/queryCallState',
	envelope: mobileAgent,
	codes: {
		'1': { text: 'The query failed', advice: CHECK_CALL_SERIAL_NO },
		'3': { text: 'The serial number has a wrong format', advice: CHECK_CALL_SERIAL_NO },
	},
	limits: { callSerialNo: { maxLength: 50 } },
	meanings: {
		state: { '0': 'to be called', '1': 'calling', '2': 'talking', '3': 'ended' },
		reasonCode: { ...CALL_ENDS, '6': 'the start failed' },
	},
});
