import { queryOBSResults } from '../../../../aicc/endpoints/isales/queryOBSResults';
import { listOperation } from '../../shared/listOperation';

export const getAll = listOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many external results',
		description: 'List the external results that outbound calls can end with',
	},
	endpoint: queryOBSResults,
});
