import { queryivrprocessinnoinfo } from '../../../../aicc/endpoints/cms/queryivrprocessinnoinfo';
import { wholeListOperation } from '../../shared/monitoring/wholeList';

/** @zh 查询 IVR 接入码 */
export const getIvrAccessCodes = wholeListOperation({
	option: {
		name: 'Get IVR Access Codes',
		value: 'getIvrAccessCodes',
		action: 'Get VDN IVR access codes',
		description: 'List which numbers lead into which IVR flows of the VDN',
	},
	endpoint: queryivrprocessinnoinfo,
	texts: ['id', 'serviceNo', 'accessNo'],
	numbers: ['realFlag'],
});
