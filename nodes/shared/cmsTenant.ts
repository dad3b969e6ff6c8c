import { CMS_MAX_VDN } from '../../aicc/endpoints/cms/product';
import type { Inputs } from './inputs';

/** Call centre and virtual call centre, of the node or else of the credential, as CC-CMS takes them. */
export function cmsTenant(inputs: Pick<Inputs, 'ccId' | 'vdn'>): { ccId: number; vdn: number } {
	return { ccId: Number(inputs.ccId()), vdn: inputs.vdn(CMS_MAX_VDN) };
}
