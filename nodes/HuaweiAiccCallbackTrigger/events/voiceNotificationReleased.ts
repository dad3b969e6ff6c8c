import type { CallbackEvent } from '../callbackEvent';
import { ADDRESS_LIST, TLS, UNVERIFIED } from '../hints';
import { callPushes } from './call';

/**
 * A voice notification ended. Source: vendor page 2805, the last fields of which were not seen, nor
 * what releaseReason means there.
 */
export const voiceNotificationReleased: CallbackEvent = {
	option: {
		name: 'Voice Notification Released',
		value: 'voiceNotificationReleased',
		description: 'A voice notification was heard, or did not reach anybody',
	},
	hints: [
		"Enter it on your tenant's page for callbacks of voice notifications, or as Callback URL of Voice Notification: Send or Send Play List.",
		ADDRESS_LIST,
		TLS,
		UNVERIFIED,
	],
	...callPushes([
		'callSerialNo',
		'called',
		'callerPresent',
		'createCallTime',
		'alertingTime',
		'talkingTime',
		'releaseTime',
		'talkDuration',
		'recordfile',
		'locationId',
		'releaseReason',
		'signature',
		'timestamp',
		'nonce',
	]),
	things: 'voice notifications',
	sample: {
		callSerialNo: '1000000000000000001',
		called: '8000001',
		callerPresent: '9000001',
		createCallTime: '2026/01/15,09:30:00:000',
		alertingTime: '2026/01/15,09:30:02:000',
		talkingTime: '2026/01/15,09:30:05:000',
		releaseTime: '2026/01/15,09:31:00:000',
		talkDuration: '55',
		recordfile: 'example.wav',
		locationId: '1',
		releaseReason: '0',
		signature: 'example',
		timestamp: '1768469460000',
		nonce: '1',
	},
};
