/** What the interfaces of the API Fabric have in common. */
import type { Product } from '../core/behaviour';

/** The pages name no code for this; whoever asked well and for what is not to be had gets it. */
const REFUSED = '1';

export const product: Product = {
	refusesUnknown: true,
	codes: { choice: REFUSED, tooHigh: REFUSED, other: 400 },
	tooFast: [],
};
