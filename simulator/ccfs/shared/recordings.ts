/** Recordings of calls, and what their files are called. */
import { mixed } from '../../cms/shared/chance';
import { DEVICES, type Call, type Part } from '../../cms/shared/calls';
import { centreTime } from '../../cms/shared/centre';
import { zonedText } from '../../cms/shared/days';
import { allRecords, seconds } from '../../cms/shared/records';
import type { Platform } from '../../core/platform';
import { makeWav } from './files';

/** The recordings of a call that somebody put there. */
export interface Recording {
	callId: string;
	/** Names of its files by `original_file_name`, with what is in them. */
	files: Record<string, Buffer>;
	/** How often it is refused first, because of flow control. */
	refusals: number;
}

/** A file under the names that a bill file has for it. */
export interface RecordedFile {
	callId: string;
	/** `file_name`: `/{node}/{ccId}/record/{vdnId}/{day}/{agent}/{name}.wav`. */
	billedName: string;
	/** `original_file_name`, with slashes. */
	originalName: string;
	agentId: string;
	content: () => Buffer;
}

const ORIGINAL = /^X:\/(\d+)\/[01]\/(\d{8})\/(\d+)\/(\w+)\.V3$/;

const SAMPLES_PER_SECOND = 8000;
const MAX_SECONDS = 60;

function recordedFile(callId: string, originalName: string, content: () => Buffer): RecordedFile {
	const agentId = ORIGINAL.exec(originalName)?.[3] ?? '';
	const billedName = originalName.replace(ORIGINAL, '/1/1/record/$1/$2/$3/$4.wav');
	return { callId, originalName, agentId, billedName, content };
}

function numberOf(callId: string): number {
	return Number(callId.replace('-', '')) % Number.MAX_SAFE_INTEGER;
}

/** The parts of a call in which somebody talked to an agent: each is recorded. */
export function talkedParts({ parts }: Call): Part[] {
	return parts.filter((part) => part.deviceType === DEVICES.agent && part.callBegin > 0);
}

/** The recordings of a call of the centre; the same call has the same bytes each time. */
export function filesOfCall({ options }: Platform, call: Call): RecordedFile[] {
	const number = numberOf(call.callId);
	const day = zonedText(call.begin, options.timeZone).slice(0, 10).replaceAll('-', '');
	return talkedParts(call).map((part, index) => {
		const folder = `X:/${options.account.vdnId}/0/${day}/${part.deviceNo}`;
		const name = `${folder}/${call.callId.replace('-', '_')}_${index + 1}.V3`;
		const length = 1 + (seconds(part.callBegin, part.callEnd) % MAX_SECONDS);
		const seed = mixed(number, index) % 251;
		return recordedFile(call.callId, name, () => makeWav(length * SAMPLES_PER_SECOND, seed));
	});
}

/** Whether the recordings of a call are there: each call has a delay of its own. */
function isStored({ behaviour }: Platform, { callId, logDate }: Call, now: number): boolean {
	const late = behaviour.recordingLateMs;
	return late === 0 || logDate + (mixed(numberOf(callId)) % late) <= now;
}

/** Calls of the centre whose recordings are there, without those that somebody put there. */
function recordedCalls(platform: Platform): Call[] {
	const kept = new Set(platform.data.recordings.map(({ callId }) => callId));
	const now = centreTime(platform);
	return allRecords(platform).filter(
		(call) => !kept.has(call.callId) && isStored(platform, call, now),
	);
}

function filesOf({ callId, files }: Recording): RecordedFile[] {
	return Object.entries(files).map(([name, content]) => recordedFile(callId, name, () => content));
}

/** Every file that is there. */
export function recordedFiles(platform: Platform): RecordedFile[] {
	const kept = platform.data.recordings.flatMap(filesOf);
	return [...kept, ...recordedCalls(platform).flatMap((call) => filesOfCall(platform, call))];
}

/** The files of a call; none when there are none, or not yet. */
export function recordedFilesOf(platform: Platform, callId: string): RecordedFile[] {
	const kept = platform.data.recordings.find((one) => one.callId === callId);
	if (kept) return filesOf(kept);
	const call = recordedCalls(platform).find((one) => one.callId === callId);
	return call ? filesOfCall(platform, call) : [];
}
