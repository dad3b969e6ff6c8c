import {
	CALL_SERIAL_NO,
	CHECK_NOTIFICATION,
	fabric,
	mobileAgent,
	NOTIFICATION_LIMITS,
	VOICE_CODES,
} from './product';

/** Source: vendor page cec_07_2801. */
export const createVoiceNotificationV1 = fabric.endpoint({
	title: 'send the voice notification',
	path: '/apiaccess/rest/voiceNotification/v1/createVoiceNotification',
	envelope: mobileAgent,
	payload: CALL_SERIAL_NO,
	codes: VOICE_CODES,
	limits: {
		called: { maxLength: 32 },
		voiceContent: { maxLength: 1024 },
		callerPresent: { maxLength: 32 },
		...NOTIFICATION_LIMITS,
	},
	write: { check: CHECK_NOTIFICATION },
});
