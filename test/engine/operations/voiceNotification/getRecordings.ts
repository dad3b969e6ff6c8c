import type { OperationCase } from '../../operationCase';

export default {
	parameters: { returnAll: true, filters: { type: 2 } },
	sends: 'POST /apiaccess/rest/voiceNotification/v1/queryVoiceNotificationRecording',
	body: { type: 2, offset: 0, limit: 100 },
	gives: { voice_id: '1650000000000000001', name: 'Notice 1', type: 2, typeName: 'text' },
} satisfies OperationCase;
