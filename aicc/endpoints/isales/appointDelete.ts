import { CAMPAIGN_CODES, CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0780. */
export const appointDelete = isales.endpoint({
	title: 'delete the appointment',
	method: 'POST',
	path: `${CAMPAIGNS}/appoint/delete`,
	codes: {
		...CAMPAIGN_CODES,
		'04000004': {
			text: 'There is no such appointment',
			advice: 'It may have been deleted already. Look at the appointments.',
		},
		'04000005': {
			text: 'The appointment is being called',
			advice: 'It is too late to delete it.',
		},
	},
	write: { check: 'Look for it among the appointments; delete it again if it is still there.' },
});
