/** Source: vendor page cec_07_0297. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { FAILURE } from './shared/codes';
import { diagnosisOf, KNOWN_TASKS, makeDiagnoses } from './shared/diagnoses';

export const data: DataMakers = { quickDiagnoses: () => makeDiagnoses(KNOWN_TASKS.quick) };

export const tryThese: TryThis[] = [
	{ ask: { taskId: KNOWN_TASKS.quick }, gives: 'a root cause, and one more finding' },
	{ ask: { taskId: '1' }, code: FAILURE, gives: 'there is no such task' },
];

export default behaviour<{ taskId: string }>('queryquickresult', ({ taskId }, platform) => {
	const { scene } = diagnosisOf(platform.data.quickDiagnoses, taskId);
	const finding = (diagnosisItem: string, faultAttribution: string, suggestion: string) => ({
		futureAnalysis: 'No further analysis is needed',
		faultAttribution,
		diagnosisItem,
		suggestion,
		sceneDescription: scene,
	});
	return {
		rootcause: finding('Coverage', 'Network', 'Check the cell that the subscriber was in'),
		abnormallist: [finding('Handset', 'Subscriber', 'Restart the phone')],
	};
});
