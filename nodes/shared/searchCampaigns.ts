import { asText } from '../../aicc/base/json';
import { ALL_CAMPAIGNS, queryCampaigns } from '../../aicc/endpoints/isales/queryCampaigns';
import { searchOf } from './listSearch';
import { nameIn } from './names';

/** The status of the campaigns that an operation can do something to. */
const STATUS_FOR: Readonly<Record<string, number>> = { pause: 2, resume: 3 };

export const searchCampaigns = searchOf({
	endpoint: queryCampaigns,
	filtersFor: (operation) => ({
		...ALL_CAMPAIGNS,
		status: STATUS_FOR[operation] ?? ALL_CAMPAIGNS.status,
	}),
	toEntry: (row) => {
		const id = asText(row.id) ?? '';
		const status = nameIn(queryCampaigns.meanings.status, row.status);
		return {
			name: `${asText(row.name) ?? ''} (${status === null ? '' : `${status}, `}${id})`,
			value: id,
		};
	},
});
