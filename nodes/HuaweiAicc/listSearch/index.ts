import { ALL_CAMPAIGNS, CAMPAIGNS, EXTERNAL_RESULTS } from '../../../aicc/isalesLists';
import { asText } from '../../../aicc/json';
import { searchOf } from './search';

export const searchCampaigns = searchOf({
	list: CAMPAIGNS,
	filters: ALL_CAMPAIGNS,
	toEntry: (row) => {
		const id = asText(row.id) ?? '';
		return { name: `${asText(row.name) ?? ''} (${id})`, value: id };
	},
});

export const searchExternalResults = searchOf({
	list: EXTERNAL_RESULTS,
	toEntry: (row) => {
		const id = asText(row.defId) ?? '';
		return { name: `${asText(row.displayResult) ?? ''} (${id})`, value: id };
	},
});
