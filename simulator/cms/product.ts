/** What the interfaces of CC-CMS have in common. */
import { refuse, type Product } from '../core/behaviour';

const NOT_ALLOWED = '0100002';

export const product: Product = {
	// Source: vendor page cec_07_0607, where a filter that is none changes nothing.
	refusesUnknown: false,
	codes: { noObject: 400, other: NOT_ALLOWED },
	tooFast: [],
	enter({ vdn }, { options }) {
		// One of the pages has it as text.
		const isForeign = vdn !== undefined && String(vdn) !== String(options.account.vdnId);
		if (isForeign) refuse(NOT_ALLOWED, 'The VDN does not exist');
	},
};
