import { pathField, tokenOptions } from '../../shared/anyRequest/fields';
import { requestOperation } from '../../shared/requestOperation';

export const send = requestOperation({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send request to API Fabric',
		description: 'Ask any interface of the API Fabric, also one that has no operation here',
	},
	family: 'fabric',
	path: pathField(
		'e.g. /apiaccess/rest/cc-management/v1/skill/querySkills',
		'Path of the interface below the Base URL of the credential, as its page has it',
	),
	options: tokenOptions,
});
