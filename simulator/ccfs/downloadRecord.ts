/** Source: vendor page cec_07_0817. */
import { Answer } from '../core/answer';
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeWav, makeZip } from './shared/files';

/** The recordings of a call. */
export interface Recording {
	callId: string;
	/** Names of its files by `original_file_name`, with what is in them. */
	files: Record<string, Buffer>;
	/** How often it is refused first, because of flow control. */
	refusals: number;
}

declare module '../core/data' {
	interface SimulatorData {
		recordings: Recording[];
	}
}

/** Written as in `Application/Octet-stream;charset=UTF-8` of the page. */
const FILE_TYPE = 'Application/Octet-stream;charset=UTF-8';

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
function fileOf(files: Record<string, Buffer>): Buffer {
	const [only, ...others] = Object.values(files);
	if (only && others.length === 0) return only;
	const named = Object.entries(files).map(([name, content]) => [
		`${/(\w+)\.V3$/.exec(name)?.[1]}.wav`,
		content,
	]);
	return makeZip(Object.fromEntries(named) as Record<string, Buffer>);
}

export default behaviour<Asked>(
	'downloadRecord',
	({ msgBody: { fileName = '', callId } }, { data: { recordings } }) => {
		const recording = recordings.find(
			(one) => one.callId === callId || Object.hasOwn(one.files, fileName),
		);
		if (!recording) return refuse(NOT_THERE, 'No data found');
		if (recording.refusals > 0) {
			recording.refusals--;
			return refuse(FLOW_CONTROL, 'Download flow control');
		}
		const named = recording.files[fileName];
		const file = named ?? fileOf(recording.files);
		return new Answer({ file, contentType: FILE_TYPE });
	},
);
