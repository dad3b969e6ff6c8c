import { fabric } from './product';

/** Source: vendor page cec_07_1030. Its answer says nothing of the new route. */
export const createCalledRoute = fabric.endpoint({
	title: 'create the called route',
	path: '/apiaccess/rest/cc-management/v1/calledRoute/createCalledRoute',
	limits: {
		accessCode: { maxLength: 32 },
		extCode: { maxLength: 12 },
		devicetype: { values: [1, 3] },
	},
	write: {
		check:
			'Look for its access code among the called routes; create it again only if it is not there.',
	},
});
