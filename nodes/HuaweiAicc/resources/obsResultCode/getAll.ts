import { queryOBSResultCode } from '../../../../aicc/endpoints/isales/queryOBSResultCode';
import { listOperation } from '../../shared/listOperation';

export const getAll = listOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many OBS result codes',
		description: 'List the result codes of outbound calls and what they mean',
	},
	endpoint: queryOBSResultCode,
});
