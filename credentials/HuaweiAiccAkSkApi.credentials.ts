import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { ISALES_CODES } from '../aicc/codes';
import { INTERFACES } from '../aicc/interfaces';
import { signRequest, type AkSkCredential } from '../aicc/signing';
import { MAX_VDN_ID } from '../aicc/target';
import { baseUrlField, CONNECTION_FIELDS, connectionTestRules, failingAnswer } from './shared';

/** The service says with HTTP 200 what it does not like, such as a foreign VDN ID. */
const failingCodes = Object.entries(ISALES_CODES).map(([code, { text }]) =>
	failingAnswer(
		'resultCode',
		code,
		`The service answered with code ${code}: ${text}. Check the VDN ID.`,
	),
);

/** An answer without its documented part did not come from CC-iSales. */
const missingRows = failingAnswer(
	'obsCodes',
	undefined,
	'The answer did not come from CC-iSales, or says a failure. Check the Base URL and the VDN ID.',
);

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
			default: 1,
			required: true,
			description: 'Number of your virtual call centre, from 1 to 9999',
		},
		...CONNECTION_FIELDS,
	];

	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	) => signRequest(requestOptions, credentials as unknown as AkSkCredential, Date.now());

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			method: INTERFACES.queryObsResultCodes.method,
			url: INTERFACES.queryObsResultCodes.path,
			qs: { pageNum: 1, pageSize: 1 },
		},
		rules: connectionTestRules(
			{
				service: 'CC-iSales',
				keysFor: 'CC-iSales',
				unauthorized:
					'The signature was refused (HTTP 401). Check Access Key and Secret Key, and that the clock of this machine is right.',
			},
			[...failingCodes, missingRows],
		),
	};
}
