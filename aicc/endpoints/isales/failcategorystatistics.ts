import { CAMPAIGNS, isales } from './product';

/** Days between the first and the last one at most. Source: vendor page cec_07_0734. */
export const MAX_DAYS_OF_FAILURES = 30;

/** Source: vendor page cec_07_0734. What a row has in it is not documented. */
export const failcategorystatistics = isales.endpoint({
	title: 'get the failures of the campaign',
	path: `${CAMPAIGNS}/failcategorystatistics`,
	payload: 'data',
	clock: 'tenant',
});
