/** Diagnoses of SmartCare. */
import { refuse } from '../../core/behaviour';
import { FAILURE } from './codes';

/** A diagnosis that was asked for. */
export interface Diagnosis {
	taskId: string;
	msisdn: string;
	scene: string;
}

declare module '../../core/data' {
	interface SimulatorData {
		quickDiagnoses: Diagnosis[];
		deepDiagnoses: Diagnosis[];
	}
}

/** Tasks that there are at the beginning. */
export const KNOWN_TASKS = { quick: '6100000000000000001', deep: '6200000000000000001' };

/** Scenes that are set up for the tenant. */
export const SCENES = ['Voice', 'Data', 'SMS'];

/** The one that there is at the beginning. */
export function makeDiagnoses(taskId: string): Diagnosis[] {
	return [{ taskId, msisdn: '6680512100869', scene: 'Voice' }];
}

/** @throws Refused when there is no such diagnosis */
export function diagnosisOf(diagnoses: Diagnosis[], taskId: string): Diagnosis {
	const found = diagnoses.find((one) => one.taskId === taskId);
	return found ?? refuse(FAILURE, `There is no task ${taskId}`);
}
