import type { CallbackEvent } from '../callbackEvent';
import { ADDRESS_LIST, TLS, UNVERIFIED } from '../hints';
import { callPushes } from './call';

/** A call of createCall was connected. Source: vendor page 0067. */
export const callConnected: CallbackEvent = {
	option: {
		name: 'Call Connected',
		value: 'callConnected',
		description: 'A call that was made through the API was connected',
	},
	hints: [
		"Enter it on your tenant's pages as address for connected calls: no interface can set it.",
		ADDRESS_LIST,
		TLS,
		UNVERIFIED,
	],
	...callPushes(['callSerialNo', 'serviceNo', 'called', 'callData']),
	sample: {
		callSerialNo: '1000000000000000001',
		serviceNo: '1001',
		called: '8000001',
		callData: 'order-1',
	},
};
