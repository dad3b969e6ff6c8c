import { asText } from '../../base/json';
import type { BatchSpec } from '../../patterns/batch/batchSpec';
import { readList } from '../../patterns/list/list';
import { fabric } from './product';
import { queryCalledRoute } from './queryCalledRoute';

/** Characters of the text with all IDs of a request. Source: vendor page cec_07_1031. */
const MAX_LENGTH = 1000;

/** Routes in a request. */
const SIZE = 20;

/** Most characters of an ID: so many fit, with the commas between them. */
export const MAX_DNID_LENGTH = MAX_LENGTH / SIZE - 1;

/** Source: vendor page cec_07_1031. What its answer says of each route is not documented. */
export const deleteCalledRoute = fabric.endpoint({
	title: 'delete the called route',
	path: '/apiaccess/rest/cc-management/v1/calledRoute/deleteCalledRoute',
	limits: { dnids: { maxLength: MAX_LENGTH } },
	batch: {
		field: 'dnids',
		size: SIZE,
		joinedBy: ',',
		isRefusalOpen: true,
		keyOf: (dnid: string) => dnid,
		// Success is for all of them.
		answerOf: () => ({ deleted: true }),
	},
	write: {
		check: 'Look for it among the called routes; delete it again if it is still there.',
	},
});

/** How called routes are deleted. */
export const deletingRoutes: BatchSpec<string> = {
	title: 'Called routes to delete',
	endpoint: deleteCalledRoute,
	path: {},
	// A route that is still listed was not deleted.
	findUnchanged: async (ask) => {
		const routes = await readList(ask, queryCalledRoute, {}, Infinity);
		const dnids = new Set(routes.map(({ dnid }) => asText(dnid)));
		return (dnid) => dnids.has(dnid);
	},
};
