/** The made-up data of outbound calls. The same sizes give the same data, counted from today. */
import { makeResults, type CallAttempt } from './makeResults';
import { DAY_MS, timeText } from './time';

/** States of a campaign. The pages list 2, 3 and 4; their sample has a 1. */
export const NOT_STARTED = 1;
export const RUNNING = 2;
export const PAUSED = 3;
export const FINISHED = 4;

export interface Campaign {
	id: string;
	name: string;
	status: number;
	strBeginTime: string;
	strEndTime: string;
	/** 1 intelligent IVR, 2 predicted, 3 automatic IVR, 5 previewed, 6 preempted. */
	deviceType: number;
	callerNo: string;
}

export interface RetryPolicy {
	retryPolicyId: string;
	policyType: number;
	/** Written with single quotes, as the vendor's sample is. */
	policyJson: string;
	noRetryPolicy: string[];
	busiPolicy: Array<{
		busiResultCode: string;
		busiResultSubCode: string;
		busiResultPolicy: number;
		callInterval: number;
	}>;
}

/** A number to call, as a client added it. */
export interface NewCallData {
	called: string;
	sessionId?: string;
	caller?: string;
	customField?: string;
	recycleTime?: string;
	callData?: string;
}

export interface CallDataRecord extends NewCallData {
	dataId: string;
	/** Whether the number has been called, so that its record cannot be deleted any more. */
	isCalled: boolean;
}

export interface BlockedNumber {
	blockNum: string;
	/** Empty when it is blocked for good. */
	validityExpirationTime: string;
	/** A number without a category is blocked for all campaigns. */
	relCategoryId: string;
	typeId: string;
}

export interface OutboundData {
	campaigns: Campaign[];
	/** By campaign. */
	retryPolicies: Record<string, RetryPolicy>;
	/** By campaign, in the order in which the records were taken. */
	callData: Record<string, CallDataRecord[]>;
	/** Deleted records of callData that a client wanted kept, by campaign. */
	callDataHistory: Record<string, CallDataRecord[]>;
	/** Every attempt to call, by campaign and time. */
	callResults: Record<string, CallAttempt[]>;
	blocklist: BlockedNumber[];
}

export interface OutboundSizes {
	campaigns: number;
	/** Records of the paused campaign. */
	callData: number;
	/** Called numbers of the campaign with many results; the finished one has a quarter. */
	callResults: number;
	blocklist: number;
}

/** The first campaigns, which one may count on. */
export const CAMPAIGN_IDS = {
	/** Running, without any number. */
	empty: '1701234567890120001',
	/** Has call data, a third of it called already. */
	paused: '1701234567890120002',
	/** Has some results. */
	finished: '1701234567890120003',
	/** Running. */
	manyResults: '1701234567890120004',
} as const;

const KNOWN_CAMPAIGNS: Array<Pick<Campaign, 'id' | 'name' | 'status' | 'deviceType'>> = [
	{ id: CAMPAIGN_IDS.empty, name: 'Running and empty', status: RUNNING, deviceType: 1 },
	{ id: CAMPAIGN_IDS.paused, name: 'Paused with call data', status: PAUSED, deviceType: 2 },
	{ id: CAMPAIGN_IDS.finished, name: 'Finished', status: FINISHED, deviceType: 3 },
	{ id: CAMPAIGN_IDS.manyResults, name: 'Many results', status: RUNNING, deviceType: 2 },
];

const NAMES = ['欠费提醒', '满意度回访', '活动通知', 'Card renewal', 'Delivery notice'];

/** States in turn. Few are running: a tenant may have 20 of a kind at once. */
const STATES = [4, 4, 3, 4, 1, 4, 2, 4, 4, 1];

const DEVICE_TYPES = [2, 1, 5, 3, 6];

function makeCampaign(index: number, today: number): Campaign {
	const status = STATES[index % STATES.length] ?? FINISHED;
	const known = KNOWN_CAMPAIGNS[index] ?? {
		id: String((index % 3 ? 1_702n : 170n) * 10n ** 15n + BigInt(index) * 633_793_000_007n),
		name: `${NAMES[index % NAMES.length]} ${index}`,
		status,
		deviceType: DEVICE_TYPES[(index + Math.floor(index / 10)) % DEVICE_TYPES.length] ?? 2,
	};
	const begin = today + DAY_MS * (known.status === NOT_STARTED ? 2 : -5 - (index % 90));
	const days = known.status === FINISHED ? 3 : 120 + (index % 30);
	return {
		...known,
		strBeginTime: timeText(begin + DAY_MS / 24),
		strEndTime: timeText(begin + days * DAY_MS + DAY_MS / 2),
		callerNo: `0${21_000_000 + index}`,
	};
}

function makeRetryPolicy(index: number): RetryPolicy {
	return {
		retryPolicyId: String(1_703_000_000_000_000_000n + BigInt(index)),
		policyType: index % 2,
		policyJson:
			"[{'dataType':'SI','type':1,'policy':[{'result':4,'retryNumber':3,'callInterval':600}]}]",
		noRetryPolicy: index % 2 ? [] : ['002'],
		busiPolicy: [
			{
				busiResultCode: '1',
				busiResultSubCode: '101',
				busiResultPolicy: index % 3,
				callInterval: 600,
			},
		],
	};
}

function makeCallData(count: number, today: number): CallDataRecord[] {
	return Array.from({ length: count }, (_, index) => {
		const called = String(13_800_000_001 + index);
		return {
			dataId: String(1_801_234_567_890_000_001n + BigInt(index)),
			called,
			sessionId: `session-${called}`,
			customField: `batch-${(index % 3) + 1}`,
			...(index % 2 ? { recycleTime: timeText(today + (5 + (index % 5)) * DAY_MS) } : {}),
			isCalled: index % 3 === 2,
		};
	});
}

/** All for good and for all campaigns, but for the fourth to the sixth. */
function makeBlocklist(count: number, today: number): BlockedNumber[] {
	const odd: Array<Partial<BlockedNumber> | undefined> = [
		undefined,
		undefined,
		undefined,
		{ validityExpirationTime: timeText(today + 365 * DAY_MS) },
		{ relCategoryId: '1704000000000000001', typeId: '1705000000000000001' },
		{ validityExpirationTime: timeText(today - DAY_MS) },
	];
	return Array.from({ length: count }, (_, index) => ({
		blockNum: String(13_900_000_001 + index),
		validityExpirationTime: '',
		relCategoryId: '',
		typeId: '',
		...odd[index],
	}));
}

/** @param now epoch milliseconds */
export function makeOutboundData(sizes: OutboundSizes, vdnId: number, now: number): OutboundData {
	const today = Math.floor(now / DAY_MS) * DAY_MS;
	const campaigns = Array.from({ length: sizes.campaigns }, (_, index) =>
		makeCampaign(index, today),
	);
	const few = Math.round(sizes.callResults / 4);
	const { paused, finished, manyResults } = CAMPAIGN_IDS;
	return {
		campaigns,
		retryPolicies: Object.fromEntries(
			campaigns.map(({ id }, index) => [id, makeRetryPolicy(index)]),
		),
		callData: { [paused]: makeCallData(sizes.callData, today) },
		callDataHistory: {},
		callResults: {
			[manyResults]: makeResults({ campaignId: manyResults, vdnId }, sizes.callResults, 0, now),
			[finished]: makeResults({ campaignId: finished, vdnId }, few, sizes.callResults, now),
		},
		blocklist: makeBlocklist(sizes.blocklist, today),
	};
}
