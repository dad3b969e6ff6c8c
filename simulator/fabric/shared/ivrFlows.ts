/** IVR flows of the tenant space. */

/** A flow as queryIVRFlowList gives it. */
export interface IvrFlow {
	id: string;
	accessCode: string;
	description: string;
	flowFileName: string;
	flowType: number;
	isLoad: number;
	maxCallNum: number;
}

declare module '../../core/data' {
	interface SimulatorData {
		ivrFlows: IvrFlow[];
	}
}

const FLOWS = 24;
const FIRST_ID = 701;

/** Flows with IDs from 701. */
export function makeIvrFlows(count = FLOWS): IvrFlow[] {
	return Array.from({ length: count }, (_, index) => ({
		id: String(FIRST_ID + index),
		accessCode: `8800${String(index).padStart(3, '0')}`,
		description: index % 2 === 0 ? `Welcome ${index + 1}` : `满意度调查 ${index + 1}`,
		flowFileName: `flow-${index + 1}.xml`,
		flowType: index % 7,
		isLoad: Number(index % 3 !== 2),
		maxCallNum: 10 * (1 + (index % 5)),
	}));
}
