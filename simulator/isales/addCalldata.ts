/**
 * Takes numbers to call, all of a request or none.
 *
 * Sources: vendor pages 0759 and 0760.
 */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { Platform } from '../core/platform';
import { isBlocked } from './shared/blocklist';
import type { CallDataRecord, NewCallData } from './shared/callData';
import { CAMPAIGN_IDS, campaignOf, FINISHED } from './shared/campaigns';
import { CODES } from './shared/codes';
import { repeatedText, whoIs } from './shared/numbers';

const oneNumber = (called: string) => [{ called }];

export const tryThese: TryThis[] = [
	{
		ask: { campaignId: CAMPAIGN_IDS.empty, callDataList: oneNumber('13600000001') },
		gives: 'the dataId of the new record; the campaign runs and has no other',
	},
	{
		ask: { campaignId: CAMPAIGN_IDS.empty, callDataList: oneNumber('13900000001') },
		code: CODES.blocklisted,
		gives: 'the number is on the blocklist, as 13900000001 to 13900000230 are',
	},
	{
		ask: { campaignId: CAMPAIGN_IDS.paused, callDataList: oneNumber('13800000001') },
		code: CODES.repeated,
		gives: 'the number is there already, as 13800000001 to 13800000060 are',
	},
	{
		ask: { campaignId: CAMPAIGN_IDS.finished, callDataList: oneNumber('13600000001') },
		code: CODES.noMoreNumbers,
		gives: 'the campaign is finished',
	},
];

interface Asked {
	campaignId: string;
	callDataList: NewCallData[];
}

const MAX_UNFINISHED = 200_000;

const FIRST_NEW_ID = 1_802_345_678_901_000_000n;

/** @throws Refused for a number that is not to be called, or is to be called already */
function checkNumbers(platform: Platform, records: NewCallData[], book: CallDataRecord[]): void {
	const repeated = repeatedText(records.map(({ called }) => called));
	const there = new Set(book.map(({ called }) => called));
	for (const { called } of records) {
		const who = whoIs(platform, called);
		if (called === repeated) refuse(CODES.repeated, `${who}: it is in the request twice`);
		if (isBlocked(platform, called)) refuse(CODES.blocklisted, `${who}: it is on the blocklist`);
		if (there.has(called)) refuse(CODES.repeated, `${who}: it is in the campaign already`);
	}
}

export default behaviour<Asked>('addCalldata', ({ campaignId, callDataList }, platform) => {
	if (platform.isTooSoon(`addCalldata ${campaignId}`, platform.behaviour.minCallDataGapMs)) {
		refuse(CODES.tooFast, 'The interval between two requests is too short');
	}
	if (campaignOf(platform, campaignId).status === FINISHED) {
		refuse(CODES.noMoreNumbers, 'The campaign is finished');
	}
	const book = (platform.data.callData[campaignId] ??= []);
	checkNumbers(platform, callDataList, book);
	const unfinished = book.filter(({ isCalled }) => !isCalled).length;
	if (unfinished + callDataList.length > MAX_UNFINISHED) {
		refuse(CODES.full, `There may be ${MAX_UNFINISHED} unfinished records`);
	}
	const accepted = callDataList.map((record) => ({
		dataId: String(FIRST_NEW_ID + BigInt(platform.nextSerial())),
		...record,
		isCalled: false,
	}));
	book.push(...accepted);
	return {
		returnObject: {
			totalSize: accepted.length,
			dataIdList: accepted.map(({ called, dataId }) => ({ called, dataId })),
		},
	};
});
