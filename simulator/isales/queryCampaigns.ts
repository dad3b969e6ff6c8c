/** Source: vendor page 0727. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { CAMPAIGN_IDS, makeCampaigns, RUNNING } from './shared/campaigns';

export const data: DataMakers = {
	campaigns: ({ campaigns }, now) => makeCampaigns(campaigns, now),
};

const ANY = 0;

const EVERY = { status: ANY, deviceType: ANY, curPage: 1 };

export const tryThese: TryThis[] = [
	{ ask: EVERY, gives: `the campaigns, 130 unless told; the first is ${CAMPAIGN_IDS.empty}` },
	{
		ask: { ...EVERY, name: 'Many results' },
		gives: `the one campaign ${CAMPAIGN_IDS.manyResults}`,
	},
	{ ask: { ...EVERY, status: 1 }, code: '02000007', gives: 'this state cannot be asked for' },
];

interface Asked {
	name?: string;
	status: number;
	deviceType: number;
	beginTime?: string;
	endTime?: string;
	curPage: number;
	rowsPerPage: number;
}

const IVR_TYPES = [1, 3];

export default behaviour<Asked>('queryCampaigns', (asked, { data: { campaigns } }) => {
	const { name = '', status, deviceType, beginTime, endTime, rowsPerPage } = asked;
	const curPage = Math.max(1, asked.curPage);
	const found = campaigns.filter(
		(campaign) =>
			campaign.name.includes(name) &&
			[ANY, campaign.status].includes(status) &&
			[ANY, campaign.deviceType].includes(deviceType) &&
			(beginTime === undefined || campaign.strBeginTime >= beginTime) &&
			(endTime === undefined || campaign.strEndTime <= endTime),
	);
	const running = campaigns.filter((campaign) => campaign.status === RUNNING);
	const ivr = running.filter((campaign) => IVR_TYPES.includes(campaign.deviceType));
	return {
		curPage,
		totalSize: found.length,
		rowsPerPage,
		curSkillQueueCount: running.length - ivr.length,
		curIvrCount: ivr.length,
		data: found.slice((curPage - 1) * rowsPerPage, curPage * rowsPerPage),
	};
});
