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
import { DEFAULT_CONCURRENCY } from '../aicc/pace';
import { signRequest, type AkSkCredential } from '../aicc/signing';
import { MAX_VDN_ID } from '../aicc/target';

/** n8n judges both kinds of rule in one list; its type allows for lists of one kind only. */
type TestRules = NonNullable<ICredentialTestRequest['rules']>;

/** The service says with HTTP 200 what it does not like, such as a foreign VDN ID. */
const resultCodeRules = Object.entries(ISALES_CODES).map(([code, { text }]): TestRules[number] => ({
	type: 'responseSuccessBody',
	properties: {
		key: 'resultCode',
		value: code,
		message: `The service answered with code ${code}: ${text}. Check the VDN ID.`,
	},
}));

const statusRules: TestRules = [
	{
		type: 'responseCode',
		properties: {
			value: 401,
			message:
				'The signature was refused (HTTP 401). Check Access Key and Secret Key, and that the clock of this machine is right.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 403,
			message:
				'The service, or the firewall in front of it, refused the request (HTTP 403). Check that the address of this machine is on the allow list, and that the keys are for CC-iSales.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 404,
			message: 'There is no CC-iSales interface at this address (HTTP 404). Check the Base URL.',
		},
	},
];

/** An answer without its documented parts did not come from CC-iSales. */
const shapeRules: TestRules = [
	{
		type: 'responseSuccessBody',
		properties: {
			key: 'obsCodes',
			value: undefined,
			message:
				'The answer did not come from CC-iSales, or says a failure. Check the Base URL and the VDN ID.',
		},
	},
];

const testRules = [...statusRules, ...resultCodeRules, ...shapeRules] as TestRules;

/** Access key and secret key that sign each request (C2, `auth-v2`). */
export class HuaweiAiccAkSkApi implements ICredentialType {
	name = 'huaweiAiccAkSkApi';

	displayName = 'Huawei AICC AK/SK API';

	icon: Icon = { light: 'file:../icons/huaweiAicc.svg', dark: 'file:../icons/huaweiAicc.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-aicc/n8n-nodes-huawei-aicc#huawei-aicc-aksk-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://10.0.0.1:28443',
			description: 'Scheme, host and port of the CC-iSales server',
		},
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
		{
			displayName: 'Max Concurrent Requests',
			name: 'maxConcurrentRequests',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: DEFAULT_CONCURRENCY,
			description: 'How many requests may be under way at once to this host from this n8n process',
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'ignoreSslIssues',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of the server is not trusted, such as a self-signed one',
		},
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
		rules: testRules,
	};
}
