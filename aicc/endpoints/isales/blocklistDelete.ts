import { BLOCKLIST_CODES, CATEGORY_CODES } from './blocklistAdd';
import { CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0745. */
export const blocklistDelete = isales.endpoint({
	title: 'delete the number from the blocklist',
	method: 'POST',
	path: `${CAMPAIGNS}/blocklist/delete`,
	codes: { ...BLOCKLIST_CODES, ...CATEGORY_CODES },
	write: {
		check: 'Check the number with Blocklist: Check; delete it again if it is still blocked.',
	},
});
