import { pathField, signedOptions } from '../../shared/anyRequest/fields';
import { requestOperation } from '../../shared/requestOperation';

export const send = requestOperation({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send signed request',
		description:
			'Ask any interface of CC-iSales, CC-CMS or CC-FS, also one that has no operation here',
	},
	path: pathField(
		'e.g. /rest/isales/v1/openapi/campaigns/{vdnId}/queryOBSResults',
		'Path of the interface below the base URL of its product, as its page has it; {vdnId} stands for the VDN ID',
	),
	options: signedOptions,
});
