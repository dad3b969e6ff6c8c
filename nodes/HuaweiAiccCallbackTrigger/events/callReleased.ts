import { CALL_ENDS } from '../../../aicc/endpoints/fabric/product';
import { withNames } from '../../shared/names';
import type { CallbackEvent } from '../callbackEvent';
import { ADDRESS_LIST, TLS, UNVERIFIED } from '../hints';
import { callPushes, callTexts } from './call';

/** A call of createCall ended. Source: vendor page 0068, the last fields of which were not seen. */
export const callReleased: CallbackEvent = {
	option: {
		name: 'Call Released',
		value: 'callReleased',
		description: 'A call that was made through the API ended',
	},
	hints: [
		"Enter it on your tenant's pages as address for released calls, or as Callback URL of Call: Create.",
		ADDRESS_LIST,
		TLS,
		UNVERIFIED,
	],
	...callPushes([
		'callSerialNo',
		'serviceNo',
		'called',
		'caller',
		'callerPresent',
		'callData',
		'createCallTime',
		'alertingTime',
		'talkingTime',
		'releaseTime',
		'talkDuration',
		'recordfile',
		'locationId',
		'releaseReason',
		'agentAlertingTime',
		'agentTalkingTime',
		'agentReleaseTime',
		'agentTalkDuration',
	]),
	itemOf: (call) => withNames(callTexts(call), { releaseReason: CALL_ENDS }),
	sample: {
		callSerialNo: '1000000000000000001',
		serviceNo: '1001',
		called: '8000001',
		caller: '9000001',
		callerPresent: '9000001',
		callData: 'order-1',
		createCallTime: '1768469399000',
		alertingTime: '1768469402000',
		talkingTime: '1768469405000',
		releaseTime: '1768469460000',
		talkDuration: '55',
		recordfile: 'example.wav',
		locationId: '1',
		releaseReason: '0',
		agentAlertingTime: '1768469400000',
		agentTalkingTime: '1768469401000',
		agentReleaseTime: '1768469460000',
		agentTalkDuration: '59',
	},
};
