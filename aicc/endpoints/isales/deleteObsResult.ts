import { CAMPAIGNS, isales } from './product';

/** Source: vendor page cec_07_0800. */
export const deleteObsResult = isales.endpoint({
	title: 'delete the external result',
	method: 'DELETE',
	path: `${CAMPAIGNS}/{defId}/deleteObsResult`,
	write: { check: 'Look for it among the external results; delete it again if it is there.' },
});
