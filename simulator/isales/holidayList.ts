/** Source: vendor page 4018. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { CAMPAIGN_IDS } from './shared/campaigns';

interface Holiday {
	id: number;
	name: string;
	/** 1 by week, 2 by date, 3 by repeated date. */
	type: number;
	week?: string;
	beginTime?: string;
	endTime?: string;
}

declare module '../core/data' {
	interface SimulatorData {
		/** By campaign. */
		holidays: Record<string, Holiday[]>;
	}
}

export const data: DataMakers = {
	holidays: () => ({
		[CAMPAIGN_IDS.paused]: [{ id: 1, name: 'Weekend', type: 1, week: '6,7' }],
	}),
};

export const tryThese: TryThis[] = [
	{ ask: { campaignId: CAMPAIGN_IDS.paused }, gives: 'the weekend' },
];

export default behaviour<{ campaignId: string }>('holidayList', ({ campaignId }, platform) => ({
	data: (platform.data.holidays[campaignId] ?? []).map(({ id, name, type, week }) => ({
		id,
		name,
		type,
		...(week !== undefined && { week }),
	})),
}));
