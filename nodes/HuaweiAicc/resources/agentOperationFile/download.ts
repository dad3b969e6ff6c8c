import { downloadAgentOprInfoFile } from '../../../../aicc/endpoints/ccfs/downloadAgentOprInfoFile';
import { ccfsBody } from '../../../../aicc/endpoints/ccfs/product';
import { nameInPath } from '../../../../aicc/patterns/download';
import { downloadOperation } from '../../shared/downloadOperation';

const { limits } = downloadAgentOprInfoFile;

/** @zh 下载 */
export const download = downloadOperation({
	option: {
		name: 'Download',
		value: 'download',
		action: 'Download agent operation file',
		description: 'Download a file that was requested: a ZIP with what agents have done',
	},
	endpoint: downloadAgentOprInfoFile,
	fields: [
		{
			displayName: 'Agent Operation File Name',
			name: 'agentOprInfoFileName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 20260115_00000000000000000000000000000002.zip',
			description: 'The name of the file, as File Ready of Huawei AICC Callback Trigger gives it',
		},
	],
	from(inputs) {
		const agentOprInfoFileName = inputs.text('agentOprInfoFileName', {
			isCode: true,
			...limits.agentOprInfoFileName,
		});
		return {
			item: { agentOprInfoFileName },
			request: {
				body: ccfsBody({ agentOprInfoFileName }),
				fileName: nameInPath(agentOprInfoFileName),
			},
		};
	},
});
