/** Source: vendor page cec_07_1036. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeIvrFlows } from './shared/ivrFlows';

export const data: DataMakers = { ivrFlows: () => makeIvrFlows() };

export const tryThese: TryThis[] = [{ ask: {}, gives: 'the IVR flows, 24' }];

export default behaviour<object>('queryIVRFlowList', (_asked, { data: { ivrFlows } }) => ({
	result: ivrFlows,
}));
