/** Files that are made on request: a while later they can be fetched, and their names are pushed. */
import { zonedTimeOf } from '../../cms/shared/days';
import { Answer } from '../../core/answer';
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import type { PushSettings } from '../../core/push';
import { DAY_MS, timeText } from '../../core/time';
import { makeZip } from './files';

/** What is asked for. */
export interface AskedFile {
	/** `yyyy-MM-dd HH:mm:ss` by the clock of the tenant. */
	beginTime: string;
	endTime: string;
	accountId?: string;
	callBackURL: string;
}

interface RequestedFile {
	name: string;
	/** Epoch milliseconds from when on it is there. */
	readyAt: number;
	content: Buffer;
}

declare module '../../core/data' {
	interface SimulatorData {
		/** By the time when they were asked for. */
		requestedFiles: RequestedFile[];
	}
}

/** A file that is there from the beginning. */
export function standingFile(name: string, contents: Record<string, Buffer>): RequestedFile {
	return { name, readyAt: 0, content: makeZip(contents) };
}

const WRONG_ORDER = '0300013';
const WRONG_FORMAT = '0300004';
const NO_FILE = '0300011';
const NOT_THERE = '0300012';

const MAX_SPAN_DAYS = 3;

/**
 * Takes a request for a file.
 *
 * @param callback operationId of what is pushed when it is ready
 * @param nameField the field of the callback with the name of the file
 * @param contents the files that are in the ZIP, for a span in epoch milliseconds
 */
export function requestFile(
	platform: Platform,
	{ beginTime, endTime, accountId, callBackURL }: AskedFile,
	callback: string,
	nameField: string,
	contents: (begin: number, end: number) => Record<string, Buffer>,
): { responseId: string } {
	const { timeZone } = platform.options;
	const [begin, end] = [zonedTimeOf(beginTime, timeZone), zonedTimeOf(endTime, timeZone)];
	if (begin > end) refuse(WRONG_ORDER, 'beginTime is after endTime');
	if (end - begin > MAX_SPAN_DAYS * DAY_MS) refuse(WRONG_FORMAT, 'The span is too long');
	const serial = String(platform.nextSerial()).padStart(12, '0');
	const responseId = `00000000-0000-4000-8000-${serial}`;
	const day = timeText(platform.now).slice(0, 10).replaceAll('-', '');
	const name = `${day}_${responseId.replaceAll('-', '')}.zip`;
	const { fileReadyMs, fileCallbackDelayMs, fileCallbacks } = platform.behaviour;
	const readyAt = platform.now + fileReadyMs;
	platform.data.requestedFiles.push({ name, readyAt, content: makeZip(contents(begin, end)) });
	const pushed: PushSettings & Record<string, unknown> = {
		responseId,
		[nameField]: name,
		...(accountId !== undefined && { accountId }),
	};
	for (let count = 0; count < fileCallbacks; count++) {
		platform.pushAfter(fileReadyMs + fileCallbackDelayMs, callback, callBackURL, pushed);
	}
	return { responseId };
}

/** Gives out a file that is ready. */
export function giveFile({ behaviour, data, now }: Platform, name: string): Answer {
	const found = data.requestedFiles.find((file) => file.name === name);
	if (!found) return refuse(NO_FILE, 'The file does not exist');
	if (found.readyAt > now) return refuse(NOT_THERE, 'No data found');
	return new Answer({ file: found.content, contentType: behaviour.fileContentType });
}
