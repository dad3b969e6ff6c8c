/** Source: vendor page 4019. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { CAMPAIGN_IDS } from './shared/campaigns';
import { CODES } from './shared/codes';

const { paused } = CAMPAIGN_IDS;

export const tryThese: TryThis[] = [
	{ ask: { campaignId: paused, name: 'Sundays', type: 1, week: '7' }, gives: 'it is added' },
	{
		ask: { campaignId: paused, name: 'Weekend', type: 1, week: '6,7' },
		code: CODES.parameter,
		gives: 'the name exists already',
	},
];

interface Asked {
	campaignId: string;
	name: string;
	type: number;
	week?: string;
	beginTime?: string;
	endTime?: string;
}

const MAX_HOLIDAYS = 20;

export default behaviour<Asked>('holidayAdd', ({ campaignId, ...asked }, platform) => {
	const holidays = (platform.data.holidays[campaignId] ??= []);
	if (holidays.some(({ name }) => name === asked.name)) {
		refuse(CODES.parameter, 'The name exists already');
	}
	if (holidays.length >= MAX_HOLIDAYS) refuse(CODES.tooMany, 'The campaign has 20 already');
	holidays.push({ id: 100 + platform.nextSerial(), ...asked });
	return {};
});
