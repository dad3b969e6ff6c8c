/** Calls that are to be made at a given time. */
import { CAMPAIGN_IDS } from './campaigns';

/** A call that is to be made at a given time. */
export interface Appointment {
	appointId: string;
	/** 1 manual, 2 automatic; a text in the list. */
	callType: string;
	/** Epoch milliseconds. */
	appointTime: number;
	calledNo: string;
	taskId: string;
	userAccount: string;
}

declare module '../../core/data' {
	interface SimulatorData {
		appointments: Appointment[];
	}
}

const COUNT = 130;
const HOUR_MS = 60 * 60 * 1000;

/** The one that there is from the start. */
export const KNOWN_APPOINTMENT = '2000000000001';

/** @param from epoch milliseconds of the first one */
export function makeAppointments(from: number): Appointment[] {
	return Array.from({ length: COUNT }, (_, index) => ({
		appointId: String(Number(KNOWN_APPOINTMENT) + index),
		callType: index % 2 ? '2' : '1',
		appointTime: from + index * HOUR_MS,
		calledNo: String(13_800_000_001 + index),
		taskId: CAMPAIGN_IDS.paused,
		userAccount: `agent00${(index % 3) + 1}`,
	}));
}
