import { downloadBillFile } from '../../../../aicc/endpoints/ccfs/downloadBillFile';
import { ccfsBody } from '../../../../aicc/endpoints/ccfs/product';
import { nameInPath } from '../../../../aicc/patterns/download';
import { downloadOperation } from '../../shared/downloadOperation';

const { limits } = downloadBillFile;

/** @zh 下载 */
export const download = downloadOperation({
	option: {
		name: 'Download',
		value: 'download',
		action: 'Download call bill file',
		description: 'Download a file that was requested: a ZIP with CSV files of calls and recordings',
	},
	endpoint: downloadBillFile,
	fields: [
		{
			displayName: 'Bill File Name',
			name: 'billFileName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 20260115_00000000000000000000000000000001.zip',
			description: 'The name of the file, as File Ready of Huawei AICC Callback Trigger gives it',
		},
	],
	from(inputs) {
		const billFileName = inputs.text('billFileName', { isCode: true, ...limits.billFileName });
		return {
			item: { billFileName },
			request: { body: ccfsBody({ billFileName }), fileName: nameInPath(billFileName) },
		};
	},
});
