import { downloadRecord } from '../../../../aicc/endpoints/ccfs/downloadRecord';
import { ccfsBody } from '../../../../aicc/endpoints/ccfs/product';
import { nameInPath } from '../../../../aicc/patterns/download';
import { ccOptions } from '../../../shared/descriptions';
import { downloadOperation } from '../../shared/downloadOperation';

const { limits } = downloadRecord;

/** @zh 下载 */
export const download = downloadOperation({
	option: {
		name: 'Download',
		value: 'download',
		action: 'Download recording',
		description: 'Download the recording of a call: one comes as WAV, several come in a ZIP',
	},
	endpoint: downloadRecord,
	fields: [
		{
			displayName: 'Call ID',
			name: 'callId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1700000000000-100001',
			description: 'The call whose recording is wanted. Leave empty to give the File Name.',
			hint: 'Enter either this or File Name',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. X:/4/0/20180903/15470/2043295.V3',
			description:
				'The name of the file, original_file_name in a call bill file, as it is there. Leave empty to give the Call ID.',
		},
	],
	options: ccOptions,
	from(inputs) {
		const callId = inputs.optionalText('callId', { isCode: true, ...limits.callId });
		const written = inputs.optionalText('fileName', limits.fileName);
		if (callId === undefined && written === undefined) {
			throw inputs.complaint('callId', 'is empty, and File Name too', 'Enter one of the two.');
		}
		if (callId !== undefined && written !== undefined) {
			throw inputs.complaint('callId', 'and File Name exclude each other', 'Empty one of the two.');
		}
		const fileName = written?.replaceAll('\\', '/');
		const item = callId === undefined ? { fileName } : { callId };
		return {
			item,
			request: {
				body: ccfsBody({ ...item, ccId: inputs.ccId() }),
				fileName: callId ?? nameInPath(fileName ?? ''),
			},
		};
	},
});
