import type { Meanings } from '../product';
import { offsetAsText } from '../../patterns/list/paging';
import { fabric, mobileAgent } from './product';

/** Kinds of calls to narrow the list by. Source: vendor page cec_07_1305, `taskType`. */
export const TASK_TYPES: Meanings = {
	'0': 'all but ITA',
	'1': 'bidirectional',
	'2': 'anonymous',
	'3': 'voice notification',
	'4': 'ITA',
};

/**
 * Source: vendor page cec_07_1305. Longer spans: see `queryCallDetailRecord/listCallDetails.ts`. No
 * maximum of rows on a page is stated: the 100 that come unless it is told are asked for.
 */
export const queryCallDetailRecord = fabric.endpoint({
	title: 'get the call detail records',
	path: '/apiaccess/CC-Management/v1/mobileAgent/queryCallDetailRecord',
	envelope: mobileAgent,
	payload: 'result.callInfo',
	limits: {
		caller: { maxLength: 32 },
		taskType: { values: ['0', '1', '2', '3', '4'] },
	},
	list: {
		title: 'call detail records',
		rows: 'result.callInfo',
		total: 'result.total',
		page: offsetAsText(100),
		keyFields: ['callSerialNo'],
		textFields: ['callSerialNo', 'caller', 'called', 'callerPresent', 'agentPresent'],
	},
});
