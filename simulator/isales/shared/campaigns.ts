/** Campaigns: what there is of them, and finding one. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import { DAY_MS, timeText } from '../../core/time';
import { CODES } from './codes';

/** States of a campaign. The pages list 2, 3 and 4; their sample has a 1. */
export const NOT_STARTED = 1;
export const RUNNING = 2;
export const PAUSED = 3;
export const FINISHED = 4;

/** A campaign with its settings. */
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

/** What a campaign is made of besides what the list shows. */
export interface CampaignSettings {
	description: string;
	callerNo: Array<{ accessCode: string; priority?: number }>;
	maxAlertingTime: number;
	scheduleParam: object;
	ivrParam?: object;
}

declare module '../../core/data' {
	interface SimulatorData {
		campaigns: Campaign[];
		/** By campaign. */
		campaignSettings: Record<string, CampaignSettings>;
	}
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

/** @param now epoch milliseconds */
export function makeCampaigns(count: number, now: number): Campaign[] {
	const today = Math.floor(now / DAY_MS) * DAY_MS;
	return Array.from({ length: count }, (_, index) => makeCampaign(index, today));
}

/** A number that the paused campaign has besides its first one. */
const SECOND_NUMBER = '6666690';

/** @param now epoch milliseconds */
export function makeSettings(count: number, now: number): Record<string, CampaignSettings> {
	return Object.fromEntries(
		makeCampaigns(count, now).map(({ id, name, callerNo }) => [
			id,
			{
				description: `About ${name}`,
				callerNo: [
					{ accessCode: callerNo, priority: 1 },
					...(id === CAMPAIGN_IDS.paused ? [{ accessCode: SECOND_NUMBER, priority: 2 }] : []),
				],
				maxAlertingTime: 30,
				scheduleParam: { workdayBeginTime1: '09:00', workdayEndTime1: '18:00' },
			},
		]),
	);
}

/** @throws Refused when there is no such campaign */
export function campaignOf(platform: Platform, campaignId: unknown): Campaign {
	const found = platform.data.campaigns.find(({ id }) => id === campaignId);
	return found ?? refuse(CODES.noCampaign, 'The campaign does not exist');
}

/** Brings a campaign from one state to another. @throws Refused when it is in another state than the first */
export function changeState(platform: Platform, id: string, from: number, to: number): void {
	const campaign = campaignOf(platform, id);
	if (campaign.status !== from) {
		refuse(CODES.wrongState, `The status of the campaign is ${campaign.status}`);
	}
	campaign.status = to;
}
