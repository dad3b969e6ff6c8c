import { fabric, withoutCode } from './product';

/** Source: vendor page cec_07_0063: a flat answer without any code. */
export const queryCallInfoByCallId = fabric.endpoint({
	title: 'get the data of the call',
	path: '/apiaccess/rest/workbench/v1/queryCallInfoByCallId',
	envelope: withoutCode,
});
