/** Source: vendor page 0797. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { pageOf, type PageAsked } from './shared/pages';

/** A row of the list, as page 0797 has it. */
export interface ObsCode {
	obsCodeDesc: string;
	obsCode: string;
}

declare module '../core/data' {
	interface SimulatorData {
		obsResultCodes: ObsCode[];
	}
}

const SEED_OBS_CODES: ObsCode[] = [
	{ obsCodeDesc: 'The switch is busy.', obsCode: '00605' },
	{ obsCodeDesc: 'The call is rejected.', obsCode: '00604' },
	{ obsCodeDesc: 'The called party does not answer the call.', obsCode: '00603' },
	{ obsCodeDesc: 'No resource available on the ACD.', obsCode: '00602' },
	{ obsCodeDesc: 'The ACD times out.', obsCode: '00606' },
];

/** Result codes: those of the sample of the page first. */
export function makeObsCodes(count: number): ObsCode[] {
	const more = Array.from({ length: Math.max(0, count - SEED_OBS_CODES.length) }, (_, index) => ({
		obsCodeDesc: `Outbound call ended for reason ${index + 1}.`,
		obsCode: String(index + 10_000).padStart(5, '0'),
	}));
	return [...structuredClone(SEED_OBS_CODES), ...more].slice(0, count);
}

export const data: DataMakers = {
	obsResultCodes: ({ obsResultCodes }) => makeObsCodes(obsResultCodes),
};

export const tryThese: TryThis[] = [
	{ ask: { pageNum: 1, pageSize: 50 }, gives: 'the first of the result codes, 120 unless told' },
];

export default behaviour<PageAsked>(
	'queryOBSResultCode',
	(asked, { data: { obsResultCodes } }) => ({
		obsCodes: pageOf(obsResultCodes, asked),
		totalCount: obsResultCodes.length,
	}),
);
