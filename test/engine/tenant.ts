import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Simulator } from '../../simulator';

/** Where the simulator is, and who its tenant is. */
export type Platform = Pick<Simulator, 'account' | 'fabricUrl' | 'isalesUrl'>;

/** The credentials of the simulator's tenant, as a user would enter them. */
export function credentialsFor({ account, fabricUrl, isalesUrl }: Platform): {
	huaweiAiccTokenApi: ICredentialDataDecryptedObject;
	huaweiAiccAkSkApi: ICredentialDataDecryptedObject;
} {
	return {
		huaweiAiccTokenApi: {
			baseUrl: fabricUrl,
			appKey: account.appKey,
			appSecret: account.appSecret,
			ignoreSslIssues: true,
		},
		huaweiAiccAkSkApi: {
			baseUrl: isalesUrl,
			accessKey: account.accessKey,
			secretKey: account.secretKey,
			vdnId: account.vdnId,
			ignoreSslIssues: true,
		},
	};
}
