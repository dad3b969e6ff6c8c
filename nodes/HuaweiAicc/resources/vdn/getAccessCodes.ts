import { queryaccesscodeinfo } from '../../../../aicc/endpoints/cms/queryaccesscodeinfo';
import { wholeListOperation } from '../../shared/monitoring/wholeList';

/** @zh 查询接入码 */
export const getAccessCodes = wholeListOperation({
	option: {
		name: 'Get Access Codes',
		value: 'getAccessCodes',
		action: 'Get VDN access codes',
		description: 'List the access codes of the VDN with their media types',
	},
	endpoint: queryaccesscodeinfo,
	texts: ['acId', 'accessCode'],
	numbers: ['mediatypeId'],
});
