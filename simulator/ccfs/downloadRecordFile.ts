/** Source: vendor page cec_07_0816. */
import { Answer } from '../core/answer';
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { recordedFiles } from './shared/recordings';

const NOT_THERE = '0300012';

export const tryThese: TryThis[] = [
	{
		ask: { msgBody: { fileName: '/1/1/record/40/20231114/101/80000001.wav' } },
		gives: 'the recording of the first call, by its name in a bill file',
	},
	{
		ask: { msgBody: { fileName: '/1/1/record/40/20231114/101/80009999.wav' } },
		code: NOT_THERE,
		gives: 'nothing, as for every other name',
	},
];

interface Asked {
	msgBody: { fileName: string };
}

export default behaviour<Asked>('downloadRecordFile', ({ msgBody }, platform) => {
	const found = recordedFiles(platform).find(({ billedName }) => billedName === msgBody.fileName);
	if (!found) return refuse(NOT_THERE, 'No data found');
	return new Answer({ file: found.content(), contentType: platform.behaviour.fileContentType });
});
