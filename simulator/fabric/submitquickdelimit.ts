/** Source: vendor page cec_07_0296. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { FAILURE } from './shared/codes';
import { SCENES } from './shared/diagnoses';

const GOOD = {
	msisdn: '6680512100869',
	startTime: '1768435200000',
	endTime: '1768521599000',
	locale: 'en_US',
	scene: 'Voice',
};

export const tryThese: TryThis[] = [
	{ ask: GOOD, gives: 'the ID of a task, whose result is there at once' },
	{ ask: { ...GOOD, scene: 'Nothing' }, code: FAILURE, gives: 'there is no such scene' },
	{ ask: { ...GOOD, locale: 'de_DE' }, code: FAILURE, gives: 'the language is not known' },
	{
		ask: { ...GOOD, endTime: GOOD.startTime, startTime: GOOD.endTime },
		code: FAILURE,
		gives: 'the span ends before it begins',
	},
];

interface Asked {
	msisdn: string;
	startTime: string;
	endTime: string;
	scene: string;
}

const FIRST_TASK = 6_300_000_000_000_000_000n;

export default behaviour<Asked>('submitquickdelimit', (asked, platform) => {
	const { msisdn, scene, startTime, endTime } = asked;
	if (!SCENES.includes(scene)) refuse(FAILURE, `There is no scene ${scene}`);
	if (Number(startTime) > Number(endTime)) refuse(FAILURE, 'The query condition is wrong');
	const taskId = String(FIRST_TASK + BigInt(platform.nextSerial()));
	platform.data.quickDiagnoses.push({ taskId, msisdn, scene });
	return { taskId };
});
