import { fabric } from './product';

/** Source: vendor page cec_07_1032. */
export const modifyCalledRoute = fabric.endpoint({
	title: 'change the called route',
	path: '/apiaccess/rest/cc-management/v1/calledRoute/modifyCalledRoute',
	write: {
		check:
			'Look among the called routes where it leads; change it again if it still leads elsewhere.',
	},
});
