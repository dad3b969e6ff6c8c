/**
 * Takes numbers to call, all of a request or none.
 *
 * Sources: vendor pages 0759 and 0760.
 */
import type { Body } from '../checks';
import { CODES, isalesAnswer, Refused, success } from '../isalesAnswer';
import type { Platform, RecordedRequest } from '../platform';
import type { Answer } from '../service';
import { isBlocked } from './blocklist';
import { FINISHED, type Campaign, type NewCallData } from './data';
import {
	checkKnown,
	jsonFields,
	needed,
	NUMBER_RULE,
	repeatedText,
	textField,
	timeField,
} from './fields';

const MAX_RECORDS = 20;
const MAX_UNFINISHED = 200_000;

const FIRST_NEW_ID = 1_802_345_678_901_000_000n;

/** Whether a campaign is asked too soon after the last time. */
function isTooSoon(platform: Platform, { id }: Campaign, at: number): boolean {
	const { lastCallDataRequests: times } = platform;
	const { minCallDataGapMs: gap } = platform.behaviour;
	const last = times.get(id) ?? -Infinity;
	times.set(id, Math.max(last, at));
	return gap > 0 && at - last < gap;
}

function checkRecord(record: Body): void {
	checkKnown(record, ['sessionId', 'called', 'caller', 'customField', 'recycleTime', 'callData']);
	needed('called', textField(record, 'called', NUMBER_RULE));
	textField(record, 'sessionId', { max: 32 });
	textField(record, 'caller', { max: 24 });
	textField(record, 'customField', { max: 200 });
	textField(record, 'callData', { max: 1024 });
	timeField(record, 'recycleTime', CODES.wrongTime);
}

/** Does a check; what it says of a record names the number, or says that there is one. */
function checkNumber(platform: Platform, called: unknown, check: () => void): void {
	const who = platform.behaviour.namesRefusedNumber ? `The number ${String(called)}` : 'A number';
	let fault: unknown;
	try {
		check();
	} catch (error) {
		fault = error;
	}
	if (fault instanceof Refused) throw new Refused(fault.code, `${who}: ${fault.message}`);
	if (fault !== undefined) throw fault;
}

function readRecords(platform: Platform, request: RecordedRequest): NewCallData[] {
	const { callDataList } = jsonFields(request.body, ['callDataList']);
	const list: unknown = needed('callDataList', callDataList);
	if (!Array.isArray(list)) throw new Refused(CODES.wrongType, 'callDataList is not a list');
	if (list.length > MAX_RECORDS) {
		throw new Refused(CODES.tooManyAtOnce, `callDataList has more than ${MAX_RECORDS} records`);
	}
	return list.map((record: unknown) => {
		if (typeof record !== 'object' || record === null) {
			throw new Refused(CODES.wrongType, 'A record of callDataList is not an object');
		}
		const fields = record as Body;
		checkNumber(platform, fields.called, () => checkRecord(fields));
		return fields as unknown as NewCallData;
	});
}

export function addCallData(
	platform: Platform,
	campaign: Campaign,
	request: RecordedRequest,
): Answer {
	const { callData } = platform.data;
	if (isTooSoon(platform, campaign, request.at)) {
		return isalesAnswer(CODES.tooFast, 'The interval between two requests is too short');
	}
	if (campaign.status === FINISHED) {
		return isalesAnswer(CODES.noMoreNumbers, 'The campaign is finished');
	}
	const records = readRecords(platform, request);
	const book = (callData[campaign.id] ??= []);
	const repeated = repeatedText(records.map(({ called }) => called));
	const there = new Set(book.map(({ called }) => called));
	for (const { called } of records) {
		checkNumber(platform, called, () => {
			if (called === repeated) throw new Refused(CODES.repeated, 'it is in the request twice');
			if (isBlocked(platform, called)) {
				throw new Refused(CODES.blocklisted, 'it is on the blocklist');
			}
			if (there.has(called)) throw new Refused(CODES.repeated, 'it is in the campaign already');
		});
	}
	const unfinished = book.filter(({ isCalled }) => !isCalled).length;
	if (unfinished + records.length > MAX_UNFINISHED) {
		return isalesAnswer(CODES.full, `There may be ${MAX_UNFINISHED} unfinished records`);
	}
	const accepted = records.map((record) => ({
		dataId: String(FIRST_NEW_ID + BigInt(platform.nextSerial())),
		...record,
		isCalled: false,
	}));
	book.push(...accepted);
	return success('add callData', {
		returnObject: {
			totalSize: accepted.length,
			dataIdList: accepted.map(({ called, dataId }) => ({ called, dataId })),
		},
	});
}
