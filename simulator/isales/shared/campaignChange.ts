/** Creating and changing a campaign, which take the same. Sources: vendor pages 0722 and 4004. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import { DAY_MS, timeOf } from '../../core/time';
import type { Campaign, CampaignSettings } from './campaigns';
import { CODES } from './codes';
import { checkNumber, repeatedText } from './numbers';

/** What campaigns are created and changed with. */
export interface CampaignAsked extends CampaignSettings {
	name: string;
	strBeginTime: string;
	strEndTime: string;
	deviceType: number;
}

/** @param id of the campaign that is changed, if it is none that is created. @throws Refused */
export function checkCampaign({ data, now }: Platform, asked: CampaignAsked, id?: string): void {
	const isTaken = data.campaigns.some((other) => other.name === asked.name && other.id !== id);
	if (isTaken) refuse(CODES.parameter, 'The name exists already');
	if (asked.strEndTime <= asked.strBeginTime) {
		refuse(CODES.wrongValue, 'strEndTime is not after strBeginTime');
	}
	const today = Math.floor(now / DAY_MS) * DAY_MS;
	if (id === undefined && timeOf(asked.strBeginTime) < today) {
		refuse(CODES.wrongValue, 'strBeginTime is before today');
	}
	const numbers = asked.callerNo.map(({ accessCode }) => String(accessCode));
	for (const number of numbers) checkNumber('accessCode', number);
	if (repeatedText(numbers) !== undefined) refuse(CODES.repeated, 'A calling number came twice');
}

/** Fields of a campaign that its list shows. */
export function shownOf(asked: CampaignAsked): Omit<Campaign, 'id' | 'status'> {
	const { name, strBeginTime, strEndTime, deviceType, callerNo } = asked;
	const numbers = callerNo.map(({ accessCode }) => accessCode).join(',');
	return { name, strBeginTime, strEndTime, deviceType, callerNo: numbers };
}

/** Its other fields. */
export function settingsOf(asked: CampaignAsked): CampaignSettings {
	const { description = '', callerNo, maxAlertingTime, scheduleParam, ivrParam } = asked;
	return {
		description,
		callerNo,
		maxAlertingTime,
		scheduleParam,
		...(ivrParam !== undefined && { ivrParam }),
	};
}
