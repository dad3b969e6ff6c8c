/** Source: vendor page cec_07_2802. */
import { behaviour, type TryThis } from '../core/behaviour';
import {
	checkPiece,
	KNOWN_TEMPLATE,
	KNOWN_VOICE,
	notify,
	type Notification,
	type Piece,
} from './shared/voices';

export const tryThese: TryThis[] = [
	{
		ask: { called: '13600000001', playList: [{ voiceId: KNOWN_VOICE }] },
		gives: 'a call that is answered, and ends after 8 seconds',
	},
	{
		ask: { called: '13600000001', playList: [{ voiceFileName: 'none.wav' }] },
		code: '17',
		gives: 'there is no such file',
	},
	{
		ask: {
			called: '13600000001',
			playList: [{ templateId: KNOWN_TEMPLATE, templateParams: ['Ann'] }],
		},
		code: '15',
		gives: 'the text has two variables',
	},
];

interface Asked extends Notification {
	playList: Piece[];
}

export default behaviour<Asked>('createVoiceNotificationV2', ({ playList, ...asked }, platform) => {
	for (const piece of playList) checkPiece(platform, piece);
	return notify(platform, asked, (given) => (URL.canParse(given) ? given : undefined));
});
