import { fabric } from './product';

/** SmartCare. Source: vendor page cec_07_0296. */
export const submitquickdelimit = fabric.endpoint({
	title: 'submit the diagnosis',
	path: '/apiaccess/CC-Management/v1/smartcare/submitquickdelimit',
	payload: 'taskId',
	limits: { locale: { values: ['zh_CN', 'en_US', 'LOCAL'] } },
	write: {
		check:
			'No interface lists diagnoses, and each gives its task ID once: submit it again if you need the result.',
	},
});

/** Degrees of a place, and how many decimals they have at most. Source: same page. */
export const DEGREES = {
	longitude: { min: -180, max: 180, decimals: 6 },
	latitude: { min: -90, max: 90, decimals: 6 },
};
