/** Access codes of the VDN. Source: vendor page cec_07_2532. */
import { behaviour, type TryThis } from '../core/behaviour';
import { payload, written } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40 }, gives: 'the access codes, 437 unless told' },
];

export default behaviour<object>('queryaccesscodeinfo', (_asked, platform) =>
	payload(
		platform,
		platform.data.accessCodes.map(({ id, mediatypeId, accessCode, description }) =>
			written(platform, {
				acId: id,
				mediatypeId,
				accessCode,
				codeDescription: description ?? '',
			}),
		),
	),
);
