/** Source: vendor page cec_07_0075. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { DAY_MS } from '../core/time';
import { KNOWN_TEMPLATE, KNOWN_VOICE } from './shared/voices';

/** A recording, or a text that is spoken, which has been approved. */
interface VoiceRecording {
	voice_id: string;
	name: string;
	/** 0 audio, 2 text. */
	type: number;
	/** Variables that a text has. */
	variables: number;
	uploaddate: number;
}

declare module '../core/data' {
	interface SimulatorData {
		voiceRecordings: VoiceRecording[];
	}
}

const [AUDIO, TEXT] = [0, 2];
const COUNT = 130;
const TEXTS = 10;

/** A piece of audio first, then the others; every text has two variables. */
function makeRecordings(now: number): VoiceRecording[] {
	return Array.from({ length: COUNT }, (_, index) => {
		const isText = index >= COUNT - TEXTS;
		const first = BigInt(isText ? KNOWN_TEMPLATE : KNOWN_VOICE);
		const number = isText ? index - (COUNT - TEXTS) : index;
		return {
			voice_id: String(first + BigInt(number)),
			name: isText ? `Notice ${number + 1}` : `voice-${number + 1}.wav`,
			type: isText ? TEXT : AUDIO,
			variables: isText ? 2 : 0,
			uploaddate: now - (COUNT - index) * DAY_MS,
		};
	});
}

export const data: DataMakers = {
	voiceRecordings: (_options, now) => makeRecordings(now),
};

export const tryThese: TryThis[] = [
	{ ask: {}, gives: '120 recordings and 10 texts' },
	{ ask: { type: AUDIO }, gives: 'the recordings' },
	{ ask: { type: TEXT }, gives: 'the texts, each with two variables' },
	{ ask: { type: 1 }, code: '1', gives: 'there is no such type' },
];

const WRONG_TYPE = '1';
const PAGE = 100;

interface Asked {
	offset?: number;
	limit?: number;
	type?: number;
}

export default behaviour<Asked>(
	'queryVoiceNotificationRecording',
	({ offset = 0, limit = PAGE, type }, platform) => {
		if (type !== undefined && ![AUDIO, TEXT].includes(type)) {
			refuse(WRONG_TYPE, 'The type is wrong');
		}
		const found = platform.data.voiceRecordings.filter(
			(one) => type === undefined || one.type === type,
		);
		const rows = found.slice(offset, offset + Math.min(limit, PAGE));
		const { tenantSpaceId } = platform.options.account;
		return {
			voiceInfo: rows.map(({ voice_id, name, type: own, uploaddate }) => ({
				tenant_id: tenantSpaceId,
				uploaddate,
				voice_id,
				name,
				voicecontent: '{}',
				type: own,
				tenantSpaceName: 'example',
				auditaccount: 'reviewer',
				noReference: true,
				auditcomments: '',
				auditdate: uploaddate + 1000,
				scene: '1',
				uploadaccount: 'agent01',
				isUpdateRec: '0',
				status: '1',
				callbackTimes: 0,
			})),
		};
	},
);
