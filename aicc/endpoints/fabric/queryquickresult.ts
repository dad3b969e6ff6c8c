import { fabric } from './product';

/** SmartCare. Source: vendor page cec_07_0297. */
export const queryquickresult = fabric.endpoint({
	title: 'get the result of the quick diagnosis',
	path: '/apiaccess/CC-Management/v1/smartcare/queryquickresult',
});
