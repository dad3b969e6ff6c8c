import { CAMPAIGN_STATUSES } from '../../../aicc/codes';
import { ALL_CAMPAIGNS, CAMPAIGNS, EXTERNAL_RESULTS } from '../../../aicc/isalesLists';
import { asText } from '../../../aicc/json';
import { searchOf } from './search';

/** The status of the campaigns that an operation can do something to. */
const STATUS_FOR: Readonly<Record<string, number>> = { pause: 2, resume: 3 };

export const searchCampaigns = searchOf({
	list: CAMPAIGNS,
	filtersFor: (operation) => ({
		...ALL_CAMPAIGNS,
		status: STATUS_FOR[operation] ?? ALL_CAMPAIGNS.status,
	}),
	toEntry: (row) => {
		const id = asText(row.id) ?? '';
		const status = CAMPAIGN_STATUSES[asText(row.status) ?? ''];
		return {
			name: `${asText(row.name) ?? ''} (${status === undefined ? '' : `${status}, `}${id})`,
			value: id,
		};
	},
});

export const searchExternalResults = searchOf({
	list: EXTERNAL_RESULTS,
	toEntry: (row) => {
		const id = asText(row.defId) ?? '';
		return { name: `${asText(row.displayResult) ?? ''} (${id})`, value: id };
	},
});
