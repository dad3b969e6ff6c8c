/** Source: vendor page cec_07_0815. */
import { behaviour, type TryThis } from '../core/behaviour';
import { giveFile } from './shared/requestedFiles';

export const tryThese: TryThis[] = [
	{
		ask: { msgBody: { billFileName: '20260115_00000000000000000000000000000001.zip' } },
		gives: 'a ZIP file',
	},
	{
		ask: { msgBody: { billFileName: '20260115_00000000000000000000000000000009.zip' } },
		code: '0300011',
		gives: 'nothing, as for every file that was not requested',
	},
];

interface Asked {
	msgBody: { billFileName: string };
}

export default behaviour<Asked>('downloadBillFile', ({ msgBody }, platform) =>
	giveFile(platform, msgBody.billFileName),
);
