import { byId, type OperationCase } from '../../operationCase';

export default {
	parameters: {
		calledNumber: '13600000001',
		playList: {
			pieces: [
				{ voiceId: byId('1600000000000000002') },
				{ voiceFileName: 'voice-3.wav' },
				{ templateId: byId('1650000000000000001'), templateParams: 'Ann, 17:30' },
			],
		},
	},
	also: [
		{
			calledNumber: '136-0000-0002',
			playList: { pieces: [{ voiceFileName: 'voice-1.wav' }] },
			options: { cleanNumbers: true },
		},
	],
	sends: 'POST /apiaccess/rest/voiceNotification/v2/createVoiceNotification',
	body: {
		called: '13600000001',
		playList: [
			{ voiceId: '1600000000000000002' },
			{ voiceFileName: 'voice-3.wav' },
			{ templateId: '1650000000000000001', templateParams: ['Ann', '17:30'] },
		],
	},
	gives: { success: true, callSerialNo: '1800000000000000002', calledNumber: '13600000001' },
} satisfies OperationCase;
