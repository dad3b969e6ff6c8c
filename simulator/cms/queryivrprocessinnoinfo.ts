/** Access codes of IVR flows. Source: vendor page cec_07_2539. */
import { behaviour, type TryThis } from '../core/behaviour';
import { payload, written } from './shared/form';

export const tryThese: TryThis[] = [
	{ ask: { ccId: 1, vdn: 40 }, gives: 'those of the IVR flows, 24' },
];

const REAL = 1;
const VIRTUAL = 2;

export default behaviour<object>('queryivrprocessinnoinfo', (_asked, platform) =>
	payload(
		platform,
		platform.data.ivrFlows.map(({ id, accessCode, description, isLoad }, index) =>
			written(platform, {
				id,
				serviceNo: 1 + index,
				realFlag: isLoad === 1 ? REAL : VIRTUAL,
				accessNo: accessCode,
				description,
			}),
		),
	),
);
