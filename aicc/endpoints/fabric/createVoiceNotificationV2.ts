import { CALL_SERIAL_NO, CHECK_NOTIFICATION, fabric, mobileAgent, VOICE_CODES } from './product';

const LIST = 'Check Play List.';
const REVIEW = 'Recordings and templates can be played when they are reviewed: ask the platform.';

/** Source: vendor page cec_07_2802; its table of codes is cut after 23. */
export const createVoiceNotificationV2 = fabric.endpoint({
	title: 'send the voice notification',
	path: '/apiaccess/rest/voiceNotification/v2/createVoiceNotification',
	envelope: mobileAgent,
	payload: CALL_SERIAL_NO,
	codes: {
		...VOICE_CODES,
		'10': { text: 'playTimes is out of range', advice: 'Check Play Times.' },
		'11': { text: 'playList has too many or too few pieces', advice: LIST },
		'12': { text: 'There is nothing to play', advice: LIST },
		'13': { text: 'A variable is longer than 32', advice: LIST },
		'14': { text: 'A variable has characters that are not allowed', advice: LIST },
		'15': { text: 'templateParams has too many or too few values', advice: LIST },
		'17': { text: 'The file is missing', advice: LIST },
		'18': { text: 'The usage scene is wrong', advice: REVIEW },
		'19': { text: 'It was not submitted', advice: REVIEW },
		'20': { text: 'It has not been reviewed', advice: REVIEW },
		'21': { text: 'The review rejected it', advice: REVIEW },
		'22': { text: 'The type of the file is wrong', advice: LIST },
		'23': { text: 'The type of the file is wrong', advice: LIST },
	},
	limits: { playTimes: { min: 1, max: 5 } },
	write: { check: CHECK_NOTIFICATION },
});
