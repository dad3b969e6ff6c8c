import type { CallbackEvent } from '../callbackEvent';
import { callConnected } from './callConnected';
import { callReleased } from './callReleased';
import { fileReady } from './fileReady';
import { outboundResult } from './outboundResult';
import { voiceNotificationReleased } from './voiceNotificationReleased';

/** All events, in the order of their names. */
export const events: CallbackEvent[] = [
	callConnected,
	callReleased,
	fileReady,
	outboundResult,
	voiceNotificationReleased,
];

/** The one that a node begins with. */
export const DEFAULT_EVENT = outboundResult.option.value;
