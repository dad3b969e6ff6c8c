import { CHECK_FIELDS } from '../advice';
import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0777. */
export const appointCreate = isales.endpoint({
	title: 'create the appointment',
	method: 'POST',
	path: `${CAMPAIGNS}/appoint/create`,
	payload: 'returnObject.id',
	codes: {
		...CAMPAIGN_CODES,
		'04000001': { text: 'The time is wrong', advice: 'Enter another Appointment Time.' },
		'04000002': { text: 'The number is wrong', advice: CHECK_FIELDS },
	},
	limits: { callData: { maxLength: 1024 } },
	write: {
		check: 'Look for it among the appointments; create it again only if it is not there.',
	},
});
