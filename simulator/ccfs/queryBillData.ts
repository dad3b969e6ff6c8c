/** Source: vendor page cec_07_0814. */
import { DEVICES, type Call } from '../cms/shared/calls';
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { billedCalls, callRowsOf, recordRowsOf } from './shared/billedCalls';
import { billOf } from './shared/bills';
import { requestFile, standingFile, type AskedFile } from './shared/requestedFiles';

export const data: DataMakers = {
	requestedFiles: () => [
		standingFile('20260115_00000000000000000000000000000001.zip', billOf('call_record', [], [], 1)),
		standingFile('20260115_00000000000000000000000000000002.zip', {
			'agent_operations.csv': Buffer.from('agent_id,time,operation\n'),
		}),
	],
};

const CALLBACK = { callBackURL: 'http://127.0.0.1:9/callbacks' };
const WRONG_ORDER = '0300013';

export const tryThese: TryThis[] = [
	{
		ask: {
			msgBody: {
				beginTime: '2023-11-14 00:00:00',
				endTime: '2023-11-14 23:59:59',
				dataType: 'call_record',
				...CALLBACK,
			},
		},
		gives: 'a responseId; the name of the file is pushed two seconds later',
	},
	{
		ask: {
			msgBody: {
				beginTime: '2023-11-15 00:00:00',
				endTime: '2023-11-14 23:59:59',
				dataType: 'call',
				...CALLBACK,
			},
		},
		code: WRONG_ORDER,
		gives: 'a span that ends before it begins is refused',
	},
];

interface Asked {
	msgBody: AskedFile & {
		dataType?: string;
		agentId?: string;
		callId?: string;
		callerNo?: string;
		calleeNo?: string;
	};
}

function hasAgent({ parts }: Call, agentId: string): boolean {
	return parts.some(
		({ deviceType, deviceNo }) => deviceType === DEVICES.agent && deviceNo === agentId,
	);
}

export default behaviour<Asked>('queryBillData', ({ msgBody }, platform) => {
	const { dataType = 'call', agentId, callId, callerNo, calleeNo } = msgBody;
	const isWanted = (call: Call) =>
		(!agentId || hasAgent(call, agentId)) &&
		(!callId || call.callId === callId) &&
		(!callerNo || call.callerNo === callerNo) &&
		(!calleeNo || call.calleeNo === calleeNo);
	return {
		resultData: requestFile(platform, msgBody, 'billFileReady', 'billFileName', (from, to) => {
			const calls = billedCalls(platform).filter(
				(call) => call.begin >= from && call.begin <= to && isWanted(call),
			);
			return billOf(
				dataType,
				calls.flatMap((call) => callRowsOf(platform, call)),
				calls.flatMap((call) => recordRowsOf(platform, call)),
				platform.behaviour.billRowsPerFile,
			);
		}),
	};
});
