import { CHECK_CALL_SERIAL_NO, TRY_LATER } from '../advice';
import { fabric, mobileAgent } from './product';

const NOT_CONFIGURED = 'The recordings of your tenant are not set up: ask the platform.';

/** Source: vendor page cec_07_0056. The address is valid for five minutes. */
export const getRecordingAddress = fabric.endpoint({
	title: 'get the address of the recording',
	path: '/apiaccess/CC-Management/v1/mobileAgent/getRecordingAddress',
	envelope: mobileAgent,
	payload: 'result.url',
	codes: {
		'1': { text: 'The upload to OBS failed', advice: TRY_LATER },
		'3': { text: 'The VDN is not available', advice: 'Ask the platform.' },
		'5': { text: 'There is no call history', advice: CHECK_CALL_SERIAL_NO },
		'6': { text: 'The VDN is missing', advice: 'Ask the platform.' },
		'7': { text: 'There is no SFTP information', advice: NOT_CONFIGURED },
		'8': { text: 'SFTP user or password is empty', advice: NOT_CONFIGURED },
		'9': { text: 'The SFTP connection failed', advice: TRY_LATER },
		'10': { text: 'The temporary path failed', advice: TRY_LATER },
		'11': { text: 'The download from the UAP failed', advice: TRY_LATER },
		'12': { text: 'The serial number is longer than 50', advice: CHECK_CALL_SERIAL_NO },
		'13': { text: 'The recording is too large', advice: 'Ask the platform for it.' },
	},
	limits: { callSerialNo: { maxLength: 50 } },
});
