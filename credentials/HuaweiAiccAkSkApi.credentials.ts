import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { asCredential } from '../aicc/base/errors';
import { signRequest, type AkSkCredential } from '../aicc/auth/authV2/signing';
import { MAX_VDN_ID } from '../aicc/auth/requestUrl';
import { baseUrlField, CONNECTION_FIELDS } from './shared';

/** Access key and secret key that sign each request (C2, `auth-v2`). */
export class HuaweiAiccAkSkApi implements ICredentialType {
	name = 'huaweiAiccAkSkApi';

	displayName = 'Huawei AICC AK/SK API';

	icon: Icon = { light: 'file:../icons/huaweiAicc.svg', dark: 'file:../icons/huaweiAicc.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-aicc/n8n-nodes-huawei-aicc#huawei-aicc-aksk-api';

	properties: INodeProperties[] = [
		baseUrlField({
			default: '',
			placeholder: 'e.g. https://10.0.0.1:28443',
			description: 'Scheme, host and port of the CC-iSales server',
		}),
		{
			displayName: 'Access Key',
			name: 'accessKey',
			type: 'string',
			default: '',
			required: true,
			description: 'The AK; the operations staff of AICC hand it out',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The SK that belongs to the Access Key. It is never sent, only used to sign.',
		},
		{
			displayName: 'VDN ID',
			name: 'vdnId',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MAX_VDN_ID, numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 40',
			required: true,
			description: 'Number of your virtual call centre, from 1 to 9999',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Asia/Shanghai',
			description:
				'IANA name of the time zone that your tenant keeps its times in. Times without an offset are read in it, and times that the service wants in local time are sent in it. Leave empty to use the time zone of the workflow.',
		},
		...CONNECTION_FIELDS,
	];

	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	) =>
		await asCredential(async () =>
			signRequest(requestOptions, credentials as unknown as AkSkCredential, Date.now()),
		);
}
