/** What voice notifications can play, and how they ring. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import { ring, TASK_TYPES } from './calls';

/** The first of the recordings, and of the texts. */
export const KNOWN_VOICE = '1600000000000000001';
export const KNOWN_TEMPLATE = '1650000000000000001';

/** Result codes. Source: vendor pages cec_07_2801 and 2802. */
const CODES = { content: '8', url: '9', variables: '15', file: '17' } as const;

/** One piece of a play list. */
export interface Piece {
	voiceId?: string;
	voiceFileName?: string;
	templateId?: string;
	templateParams?: string[];
}

/** @throws Refused for a piece that is not there, or whose variables do not fit */
export function checkPiece({ data }: Platform, piece: Piece): void {
	const { voiceId, voiceFileName, templateId, templateParams = [] } = piece;
	const find = (field: 'voice_id' | 'name', value: string | undefined) =>
		data.voiceRecordings.find((one) => one[field] === value);
	if (voiceFileName !== undefined) {
		if (!find('name', voiceFileName)) refuse(CODES.file, 'The file is missing');
		return;
	}
	const recording = find('voice_id', voiceId ?? templateId);
	if (!recording) return refuse(CODES.content, 'There is no such recording');
	if (templateId !== undefined && templateParams.length !== recording.variables) {
		refuse(CODES.variables, 'templateParams has too many or too few values');
	}
}

/** What a notification has, beside what it plays. */
export interface Notification {
	called: string;
	callerPresent?: string;
	callBackUrl?: string;
}

/** Rings, and reports its end to an address. @param urlOf reads the address @throws Refused */
export function notify(
	platform: Platform,
	{ called, callerPresent, callBackUrl }: Notification,
	urlOf: (given: string) => string | undefined,
): object {
	const url = callBackUrl === undefined ? undefined : urlOf(callBackUrl);
	if (callBackUrl !== undefined && url === undefined) {
		refuse(CODES.url, 'callBackUrl is not what it should be');
	}
	return ring(
		platform,
		{ taskType: TASK_TYPES.voiceNotification, called, callerPresent },
		{
			callback: 'voiceNotificationReleased',
			url,
			busyText: 'There is an unfinished task; try again later',
		},
	);
}
