/** VDNs of the centre. Source: vendor page cec_07_2593. */
import { behaviour, type TryThis } from '../core/behaviour';
import { payload, written } from './shared/form';

export const tryThese: TryThis[] = [{ ask: { ccId: 1 }, gives: 'the only one' }];

export default behaviour<object>('configuresVdns', (_asked, platform) =>
	payload(platform, [
		written(platform, { vdn: platform.options.account.vdnId, vdnName: 'Example centre' }),
	]),
);
