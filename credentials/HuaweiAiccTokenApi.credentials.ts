import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { addBearer } from '../aicc/auth/bearer/bearer';
import { asCredential } from '../aicc/base/errors';
import type { HttpRequest, TokenCredential } from '../aicc/auth/bearer/tokenRequest';
import { renewToken } from '../aicc/auth/bearer/tokens';
import { baseUrlField, CONNECTION_FIELDS } from './shared';

/** Where the token comes from. A choice, not a secret: n8n would blank a secret in the editor. */
const tokenSource: INodeProperties = {
	displayName: 'Token Source',
	name: 'tokenSource',
	type: 'options',
	options: [
		{
			name: 'App Key and App Secret',
			value: 'appKeyAndSecret',
			description: 'Access tokens are fetched and renewed for you',
		},
		{
			name: 'Access Token',
			value: 'accessToken',
			description: 'You have an access token that something else renews',
		},
	],
	default: 'appKeyAndSecret',
};

/** Bearer token of the API Fabric (C1), fetched from tokenByAkSk. */
export class HuaweiAiccTokenApi implements ICredentialType {
	name = 'huaweiAiccTokenApi';

	displayName = 'Huawei AICC Token API';

	icon: Icon = { light: 'file:../icons/huaweiAicc.svg', dark: 'file:../icons/huaweiAicc.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-aicc/n8n-nodes-huawei-aicc#huawei-aicc-token-api';

	properties: INodeProperties[] = [
		baseUrlField({
			default: 'https://service.besclouds.com',
			placeholder: 'e.g. https://service.besclouds.com',
			description: 'Scheme, host and, if it is not the usual one, port of the AICC API Fabric',
		}),
		tokenSource,
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { tokenSource: ['appKeyAndSecret'] } },
			description: 'Identifies your account; the operations staff of AICC hand it out',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { tokenSource: ['appKeyAndSecret'] } },
			description: 'Belongs to the App Key',
		},
		{
			displayName: 'Access Token',
			name: 'staticAccessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { tokenSource: ['accessToken'] } },
			description: 'The token itself; the word Bearer before it is taken off',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			displayOptions: { show: { tokenSource: ['accessToken'] } },
			description:
				'Only if your interfaces ask for it: sent as X-APP-Key beside the token. Leave empty otherwise.',
		},
		{
			displayName: 'Token Base URL',
			name: 'tokenBaseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://service.besclouds.com:28070',
			displayOptions: { show: { tokenSource: ['appKeyAndSecret'] } },
			description:
				'Only if access tokens come from another host or port than the Base URL. Leave empty otherwise.',
		},
		{
			displayName: 'Tenant Space ID',
			name: 'tenantSpaceId',
			type: 'string',
			default: '',
			description: 'Only if your tenant needs it: sent as X-TenantSpaceID. Leave empty otherwise.',
		},
		...CONNECTION_FIELDS,
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Access Token Expires At',
			name: 'accessTokenExpiresAt',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
	];

	/** Called by n8n when there is no token yet, or the one there is cannot be used any more. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const httpRequest: HttpRequest = async (options) => await this.helpers.httpRequest(options);
		const renewed = await asCredential(
			async () => await renewToken(httpRequest, credentials as unknown as TokenCredential),
		);
		return { ...renewed };
	}

	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	) =>
		await asCredential(async () =>
			addBearer(requestOptions, credentials as unknown as TokenCredential, Date.now()),
		);
}
