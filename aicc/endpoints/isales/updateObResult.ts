import { CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0799. */
export const updateObResult = isales.endpoint({
	title: 'update the external result',
	method: 'POST',
	path: `${CAMPAIGNS}/updateObResult`,
	write: { check: 'Get the external result; update it again if it is as it was.' },
});
