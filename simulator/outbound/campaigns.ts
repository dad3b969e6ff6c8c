/** Campaigns: their list, their state, their retry policy. */
import { CODES, isalesAnswer, success } from '../isalesAnswer';
import type { Platform } from '../platform';
import type { Answer } from '../service';
import { FINISHED, PAUSED, RUNNING, type Campaign } from './data';
import { checkKnown, intField, needed, queryFields, textField, timeField } from './fields';

const NUMBERS = ['status', 'deviceType', 'curPage', 'rowsPerPage'];
const ANY = 0;
const STATES = [ANY, RUNNING, PAUSED, FINISHED];
const DEVICE_TYPES = [ANY, 1, 2, 3, 5, 6];
const IVR_TYPES = [1, 3];

/** Source: vendor page 0727. */
export function listCampaigns({ data }: Platform, query: Record<string, string>): Answer {
	const fields = queryFields(query, NUMBERS);
	checkKnown(fields, [...NUMBERS, 'name', 'beginTime', 'endTime']);
	const name = textField(fields, 'name', { max: 30 }) ?? '';
	const status = needed('status', intField(fields, 'status', { oneOf: STATES }));
	const deviceType = needed('deviceType', intField(fields, 'deviceType', { oneOf: DEVICE_TYPES }));
	const beginTime = timeField(fields, 'beginTime');
	const endTime = timeField(fields, 'endTime');
	const curPage = Math.max(1, needed('curPage', intField(fields, 'curPage')));
	const rowsPerPage = intField(fields, 'rowsPerPage', { min: 1, max: 100 }) ?? 10;
	const found = data.campaigns.filter(
		(campaign) =>
			campaign.name.includes(name) &&
			[ANY, campaign.status].includes(status) &&
			[ANY, campaign.deviceType].includes(deviceType) &&
			(beginTime === undefined || campaign.strBeginTime >= beginTime) &&
			(endTime === undefined || campaign.strEndTime <= endTime),
	);
	const running = data.campaigns.filter((campaign) => campaign.status === RUNNING);
	const ivr = running.filter((campaign) => IVR_TYPES.includes(campaign.deviceType));
	return success('query campaigns', {
		curPage,
		totalSize: found.length,
		rowsPerPage,
		curSkillQueueCount: running.length - ivr.length,
		curIvrCount: ivr.length,
		data: found.slice((curPage - 1) * rowsPerPage, curPage * rowsPerPage),
	});
}

/** Source: vendor pages 0728 and 0729. */
function changeState(campaign: Campaign, name: string, from: number, to: number): Answer {
	if (campaign.status !== from) {
		return isalesAnswer(CODES.wrongState, `The status of the campaign is ${campaign.status}`);
	}
	campaign.status = to;
	return success(name);
}

export function pauseCampaign(_platform: Platform, campaign: Campaign): Answer {
	return changeState(campaign, 'pause campaign', RUNNING, PAUSED);
}

export function resumeCampaign(_platform: Platform, campaign: Campaign): Answer {
	return changeState(campaign, 'resume campaign', PAUSED, RUNNING);
}

/** Source: vendor page 0731. */
export function retryPolicy({ data }: Platform, { id }: Campaign): Answer {
	return success('query retryPolicy', { data: data.retryPolicies[id] ?? null });
}
