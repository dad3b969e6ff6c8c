/**
 * A call was connected. The platform pushes it to an address that only the pages of the tenant set.
 *
 * Source: vendor page 0067.
 */
import { behaviour } from '../core/behaviour';
import { callToPush, TASK_TYPES, type CallPush } from '../fabric/shared/calls';

export default behaviour<CallPush>('callConnected', ({ callSerialNo }, platform) => {
	const call = callToPush(platform, TASK_TYPES.bidirectional, callSerialNo);
	return {
		callSerialNo: call.callSerialNo,
		serviceNo: call.caller,
		called: call.called,
		callData: call.callData,
	};
});
