import { downloadRecordFile } from '../../../../aicc/endpoints/ccfs/downloadRecordFile';
import { ccfsBody } from '../../../../aicc/endpoints/ccfs/product';
import { nameInPath } from '../../../../aicc/patterns/download';
import { downloadOperation } from '../../shared/downloadOperation';

/** @zh 按文件名下载 */
export const downloadFile = downloadOperation({
	option: {
		name: 'Download File',
		value: 'downloadFile',
		action: 'Download recording file',
		description: 'Download one recording by the name that a call bill file has for it',
	},
	endpoint: downloadRecordFile,
	fields: [
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. /1/1/record/40/20260115/101/80000001.wav',
			description: 'The name of the file, file_name in a call bill file, as it is there',
		},
	],
	from(inputs) {
		const fileName = inputs.text('fileName', downloadRecordFile.limits.fileName);
		return {
			item: { fileName },
			request: { body: ccfsBody({ fileName }), fileName: nameInPath(fileName) },
		};
	},
});
