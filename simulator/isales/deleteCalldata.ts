/** Deletes what is not called yet. Source: vendor page 0761. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import type { CallDataRecord } from './shared/callData';
import { CAMPAIGN_IDS, campaignOf, RUNNING } from './shared/campaigns';
import { CODES } from './shared/codes';
import { checkNumber } from './shared/numbers';

const { paused } = CAMPAIGN_IDS;

export const data: DataMakers = { callDataHistory: () => ({}) };

export const tryThese: TryThis[] = [
	{ ask: { campaignId: paused, called: '13800000001' }, gives: 'it is deleted' },
	{
		ask: { campaignId: paused, called: '13800000003' },
		code: CODES.parameter,
		gives: 'it has been called already, as every third one',
	},
	{ ask: { campaignId: CAMPAIGN_IDS.empty }, code: CODES.wrongState, gives: 'it is running' },
];

/** Each criterion is optional: without any of them all records are meant. */
interface Asked {
	campaignId: string;
	sessionId?: string;
	called?: string;
	customField?: string;
	recycleTime?: string;
	recycleType?: string;
	archiveHistory: number;
}

const ON_OR_BEFORE_DAY = '1';
const ON_DAY = '2';
const EQUAL = '3';

type Filter = (record: CallDataRecord) => boolean;

const dayIn = (time: string) => time.slice(0, 10);

function recycleFilter(wanted: string, type: string): Filter {
	return ({ recycleTime }) => {
		if (recycleTime === undefined) return false;
		if (type === ON_OR_BEFORE_DAY) return dayIn(recycleTime) <= dayIn(wanted);
		if (type === ON_DAY) return dayIn(recycleTime) === dayIn(wanted);
		return recycleTime === wanted;
	};
}

function criteria({ sessionId, called, customField, recycleTime, recycleType }: Asked): Filter {
	const isRecycled = recycleTime && recycleFilter(recycleTime, recycleType ?? EQUAL);
	return (record) =>
		(!sessionId || record.sessionId === sessionId) &&
		(!called || record.called === called) &&
		(!customField || record.customField === customField) &&
		(!isRecycled || isRecycled(record));
}

export default behaviour<Asked>('deleteCalldata', (asked, platform) => {
	const { campaignId, called = '', archiveHistory } = asked;
	const { callData, callDataHistory } = platform.data;
	checkNumber('called', called);
	if (campaignOf(platform, campaignId).status === RUNNING) {
		refuse(CODES.wrongState, 'The campaign is running');
	}
	const book = callData[campaignId] ?? [];
	const meant = book.filter(criteria(asked));
	const deleted = new Set(meant.filter(({ isCalled }) => !isCalled));
	if (meant.length > 0 && deleted.size === 0) {
		refuse(CODES.parameter, 'The call data has been called already');
	}
	callData[campaignId] = book.filter((record) => !deleted.has(record));
	if (archiveHistory === 1) (callDataHistory[campaignId] ??= []).push(...deleted);
	return {};
});
