/** Source: vendor page cec_07_0294. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { FAILURE } from './shared/codes';
import { diagnosisOf, KNOWN_TASKS, makeDiagnoses } from './shared/diagnoses';

export const data: DataMakers = { deepDiagnoses: () => makeDiagnoses(KNOWN_TASKS.deep) };

export const tryThese: TryThis[] = [
	{ ask: { taskId: KNOWN_TASKS.deep }, gives: 'two findings' },
	{ ask: { taskId: KNOWN_TASKS.quick }, code: FAILURE, gives: 'this is a quick diagnosis' },
];

const CAUSES: Array<[failCause: string, disposeAdvice: string]> = [
	['Poor coverage indoors', 'Offer a repeater'],
	['Congested cell', 'Wait until the cell is extended'],
];

export default behaviour<{ taskId: string }>('querydeepresult', ({ taskId }, platform) => {
	const { scene } = diagnosisOf(platform.data.deepDiagnoses, taskId);
	const rows = CAUSES.map(([failCause, disposeAdvice], index) => ({
		disposeAdvice,
		failCause,
		description: `${scene}: ${failCause}`,
		priority: index + 1,
		anaObjType: '1',
	}));
	return { row: rows.length, data: rows };
});
