import { fabric, mobileAgent } from './product';

/** Source: seed getCalledInfo. */
export const getCalledInfo = fabric.endpoint({
	title: 'get the called device',
	path: '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
	envelope: mobileAgent,
	answerCodes: ['4', '5'],
	codes: {
		'4': { text: 'The called party ID cannot be obtained' },
		'5': { text: 'The called party ID is not configured' },
	},
	limits: {
		caller: { maxLength: 32 },
		called: { maxLength: 32 },
	},
	meanings: { devType: { '0': 'skill queue', '1': 'number' } },
});
