/** What the interfaces of CC-FS have in common. */
import type { Product } from '../core/behaviour';

const WRONG_FORMAT = '0300004';

export const product: Product = {
	refusesUnknown: true,
	codes: {
		noObject: '0300007',
		missing: '0300001',
		tooLong: '0300003',
		tooShort: '0300005',
		other: WRONG_FORMAT,
	},
	tooFast: ['0300008', '0300009'],
};
