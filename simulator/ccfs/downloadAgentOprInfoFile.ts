/** Source: vendor page cec_07_4227. */
import { behaviour, type TryThis } from '../core/behaviour';
import { giveFile } from './shared/requestedFiles';

export const tryThese: TryThis[] = [
	{
		ask: { msgBody: { agentOprInfoFileName: '20260115_00000000000000000000000000000002.zip' } },
		gives: 'a ZIP file',
	},
	{
		ask: { msgBody: { agentOprInfoFileName: '20260115_00000000000000000000000000000009.zip' } },
		code: '0300011',
		gives: 'nothing, as for every file that was not requested',
	},
];

interface Asked {
	msgBody: { agentOprInfoFileName: string };
}

export default behaviour<Asked>('downloadAgentOprInfoFile', ({ msgBody }, platform) =>
	giveFile(platform, msgBody.agentOprInfoFileName),
);
