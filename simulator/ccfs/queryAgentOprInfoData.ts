/** Source: vendor page cec_07_0818; what is in the files was not seen. */
import { zonedText } from '../cms/shared/days';
import { behaviour, type TryThis } from '../core/behaviour';
import { requestFile, type AskedFile } from './shared/requestedFiles';

const WRONG_ORDER = '0300013';

export const tryThese: TryThis[] = [
	{
		ask: {
			msgBody: {
				beginTime: '2026-01-15 00:00:00',
				endTime: '2026-01-15 23:59:59',
				callBackURL: 'http://127.0.0.1:9/callbacks',
			},
		},
		gives: 'a responseId; the name of the file is pushed two seconds later',
	},
	{
		ask: {
			msgBody: {
				beginTime: '2026-01-16 00:00:00',
				endTime: '2026-01-15 23:59:59',
				callBackURL: 'http://127.0.0.1:9/callbacks',
			},
		},
		code: WRONG_ORDER,
		gives: 'a span that ends before it begins is refused',
	},
];

interface Asked {
	msgBody: AskedFile & { agentId?: string };
}

export default behaviour<Asked>('queryAgentOprInfoData', ({ msgBody }, platform) => ({
	resultData: requestFile(
		platform,
		msgBody,
		'agentOprInfoFileReady',
		'agentOprInfoFileName',
		(begin) => ({
			'agent_operations.csv': Buffer.from(
				`agent_id,time,operation\n${msgBody.agentId ?? '101'},${zonedText(begin, platform.options.timeZone)},sign in\n`,
			),
		}),
	),
}));
