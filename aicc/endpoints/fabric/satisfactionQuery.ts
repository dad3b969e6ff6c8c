import { CHECK_FIELDS } from '../advice';
import { fabric } from './product';

/** Source: vendor page cec_07_0048. The span is that of the rating, not that of the call. */
export const satisfactionQuery = fabric.endpoint({
	title: 'get the rating of the call',
	path: '/apiaccess/rest/cc-management/v1/satisfaction/query',
	payload: 'satisfactionEvaluations',
	codes: { '-1': { text: 'Failure', advice: CHECK_FIELDS, isVague: true } },
	meanings: {
		channel: { audio: 'voice', MSG: 'message', WEB: 'web' },
		evaluationValue: {
			'1': '1',
			'2': '2',
			'3': '3',
			'4': '4',
			'5': '5',
			'-1': 'no reply',
			'-2': 'reply not valid',
		},
	},
});
