/** Source: vendor page cec_07_2801. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { addressIn } from './shared/calls';
import { checkPiece, KNOWN_VOICE, notify, type Notification } from './shared/voices';

const WRONG_CONTENT = '8';

export const tryThese: TryThis[] = [
	{
		ask: { called: '13600000001', voiceContent: '$Your order has been sent.$' },
		gives: 'a call that is answered, and ends after 8 seconds',
	},
	{
		ask: { called: '13600000005', voiceContent: KNOWN_VOICE },
		gives: 'nobody answers: the last digit is 5',
	},
	{
		ask: { called: '13600000001', voiceContent: '1600000000000009999' },
		code: WRONG_CONTENT,
		gives: 'there is no such recording',
	},
];

interface Asked extends Notification {
	voiceContent: string;
}

export default behaviour<Asked>(
	'createVoiceNotificationV1',
	({ voiceContent, ...asked }, platform) => {
		const recordings = voiceContent
			.replace(/\$[^$]+\$/g, '')
			.split('~')
			.filter(Boolean);
		if (voiceContent === '') refuse(WRONG_CONTENT, 'voiceContent is empty');
		for (const voiceId of recordings) checkPiece(platform, { voiceId });
		return notify(platform, asked, addressIn);
	},
);
