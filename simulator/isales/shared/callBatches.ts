/** Batches of campaigns. What a row of their list has in it is made up: no page shows it. */
import type { DataMakers } from '../../core/data';
import { CAMPAIGN_IDS } from './campaigns';

/** A batch of a campaign. */
export interface CallBatch {
	id: string;
	name: string;
	/** 1 started, 2 suspended. */
	status: number;
}

declare module '../../core/data' {
	interface SimulatorData {
		/** By campaign. */
		callBatches: Record<string, CallBatch[]>;
	}
}

/** The one that there is from the start. */
export const KNOWN_BATCH = '100000000000000000000000000001';

/** The paused campaign has one. */
export const makeCallBatches: DataMakers['callBatches'] = () => ({
	[CAMPAIGN_IDS.paused]: [{ id: KNOWN_BATCH, name: 'First batch', status: 2 }],
});
