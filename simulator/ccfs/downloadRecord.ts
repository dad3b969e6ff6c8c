/** Source: vendor page cec_07_0817. */
import { Answer } from '../core/answer';
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeWav, makeZip } from './shared/files';
import {
	recordedFiles,
	recordedFilesOf,
	type RecordedFile,
	type Recording,
} from './shared/recordings';

declare module '../core/data' {
	interface SimulatorData {
		recordings: Recording[];
	}
}

const FLOW_CONTROL = '0300008';
const NOT_THERE = '0300012';

function makeRecordings(): Recording[] {
	return [
		{
			callId: '1700000000000-100001',
			files: { 'X:/40/0/20231114/101/80000001.V3': makeWav(4000, 1) },
			refusals: 0,
		},
		{
			callId: '1700000000000-100002',
			files: {
				'X:/40/0/20231114/102/80000002.V3': makeWav(2000, 2),
				'X:/40/0/20231114/103/80000003.V3': makeWav(3000, 3),
			},
			refusals: 0,
		},
		{
			callId: '1700000000000-100004',
			files: { 'X:/40/1/20231114/101/80000004.V3': makeWav(1000, 4) },
			refusals: 2,
		},
	];
}

export const data: DataMakers = { recordings: makeRecordings };

export const tryThese: TryThis[] = [
	{ ask: { msgBody: { callId: '1700000000000-100001' } }, gives: 'a recording, as WAV' },
	{ ask: { msgBody: { callId: '1700000000000-100002' } }, gives: 'two recordings, in a ZIP' },
	{
		ask: { msgBody: { callId: '1700000000000-100003' } },
		code: NOT_THERE,
		gives: 'nothing, as for every other call',
	},
	{
		ask: { msgBody: { callId: '1700000000000-100004' } },
		code: FLOW_CONTROL,
		gives: 'flow control, twice; then a recording',
	},
	{
		ask: { msgBody: { fileName: 'X:/40/0/20231114/101/80000001.V3' } },
		gives: 'the recording of the first call, by its name',
	},
];

interface Asked {
	msgBody: { fileName?: string; callId?: string };
}

/** One comes as it is, several come in a ZIP. */
function fileOf(files: RecordedFile[]): Buffer | undefined {
	const [only, ...others] = files;
	if (others.length === 0) return only?.content();
	const named = files.map(({ billedName, content }) => [
		billedName.slice(billedName.lastIndexOf('/') + 1),
		content(),
	]);
	return makeZip(Object.fromEntries(named) as Record<string, Buffer>);
}

export default behaviour<Asked>('downloadRecord', ({ msgBody }, platform) => {
	const { fileName, callId = '' } = msgBody;
	const found =
		fileName === undefined
			? recordedFilesOf(platform, callId)
			: recordedFiles(platform).filter(({ originalName }) => originalName === fileName);
	const file = fileOf(found);
	if (!file) return refuse(NOT_THERE, 'No data found');
	const busy = platform.data.recordings.find((one) => one.callId === found[0]?.callId);
	if (busy && busy.refusals > 0) {
		busy.refusals--;
		return refuse(FLOW_CONTROL, 'Download flow control');
	}
	return new Answer({ file, contentType: platform.behaviour.fileContentType });
});
