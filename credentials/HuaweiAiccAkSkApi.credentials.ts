import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { DEFAULT_CC_ID, MAX_CC_ID, MAX_VDN_ID } from '../aicc/base/callCentre';
import { asCredential } from '../aicc/base/errors';
import { signRequest, type AkSkCredential } from '../aicc/auth/authV2/signing';
import { PLATFORM_DEFAULT } from '../aicc/protocol/locale';
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
			displayName: 'CC ID',
			name: 'ccId',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MAX_CC_ID, numberPrecision: 0 },
			default: DEFAULT_CC_ID,
			description: 'Number of your call centre, which is 1 for most tenants',
		},
		{
			displayName: 'CC-CMS Base URL',
			name: 'cmsBaseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://10.0.0.3:28443',
			description:
				'Only if monitoring has another host or port than the Base URL: scheme, host and port of the CC-CMS server. Leave empty otherwise.',
		},
		{
			displayName: 'CC-FS Base URL',
			name: 'ccfsBaseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://10.0.0.2:28443',
			description:
				'Only if recordings come from another host or port than the Base URL: scheme, host and port of the CC-FS server. Leave empty otherwise.',
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
		{
			displayName: 'Language',
			name: 'locale',
			type: 'options',
			options: [
				{ name: 'Chinese', value: 'zh_CN' },
				{ name: 'English', value: 'en_US' },
				{ name: "Platform's Default", value: PLATFORM_DEFAULT },
			],
			default: PLATFORM_DEFAULT,
			description:
				'Language in which CC-iSales writes its texts, such as those of result codes and errors. The other products take none.',
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
