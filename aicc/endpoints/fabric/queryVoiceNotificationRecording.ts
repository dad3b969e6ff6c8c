import { offset } from '../../patterns/list/paging';
import { fabric } from './product';

/** Source: vendor page cec_07_0075: approved recordings and texts only. */
export const queryVoiceNotificationRecording = fabric.endpoint({
	title: 'get the recordings for voice notifications',
	path: '/apiaccess/rest/voiceNotification/v1/queryVoiceNotificationRecording',
	codes: { '1': { text: 'The type is wrong', advice: 'Check Type.' } },
	meanings: { type: { '0': 'audio', '2': 'text' } },
	list: {
		title: 'recordings',
		rows: 'voiceInfo',
		page: offset(100),
		keyFields: ['voice_id'],
		textFields: ['voice_id', 'tenant_id'],
	},
});
