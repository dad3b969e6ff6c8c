import { CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0798. */
export const createObResult = isales.endpoint({
	title: 'create the external result',
	method: 'POST',
	path: `${CAMPAIGNS}/createObResult`,
	limits: { resultCode: { maxLength: 7 } },
	write: {
		check: 'Look for it among the external results; create it again only if it is not there.',
	},
});
