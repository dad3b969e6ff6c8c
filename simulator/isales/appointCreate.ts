/** Source: vendor page 0777. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { CAMPAIGN_IDS, campaignOf } from './shared/campaigns';
import { CODES } from './shared/codes';
import { needed } from './shared/fields';

const WRONG_TIME = '04000001';
const WRONG_NUMBER = '04000002';

const ASKED = {
	callType: 2,
	calledNo: '13800000001',
	userAccount: 'agent001',
	taskId: CAMPAIGN_IDS.paused,
};

export const tryThese: TryThis[] = [
	{ ask: { ...ASKED, appointTime: 4_070_908_800_000 }, gives: 'the id of the appointment' },
	{
		ask: { ...ASKED, appointTime: 1_700_000_000_000 },
		code: WRONG_TIME,
		gives: 'that time is past',
	},
];

interface Asked {
	callType: number | string;
	calledNo: string;
	userAccount?: string;
	workNo?: string;
	taskId: string;
	appointTime: number;
	callData?: string;
}

const AUTOMATIC = '2';
const FIRST_NEW_ID = 3_000_000_000_000;

export default behaviour<Asked>('appointCreate', (asked, platform) => {
	const { calledNo, taskId, appointTime } = asked;
	const userAccount = needed('userAccount', asked.userAccount ?? asked.workNo);
	campaignOf(platform, taskId);
	if (!/^[0-9*#]{1,24}$/.test(calledNo)) refuse(WRONG_NUMBER, 'The number is wrong');
	if (appointTime < platform.now) refuse(WRONG_TIME, 'The time is past');
	const callType = String(asked.callType);
	if (asked.callData !== undefined && callType !== AUTOMATIC) {
		refuse(CODES.badCombination, 'callData goes with automatic calls only');
	}
	const appointId = String(FIRST_NEW_ID + platform.nextSerial());
	platform.data.appointments.push({
		appointId,
		callType,
		appointTime,
		calledNo,
		taskId,
		userAccount,
	});
	return { returnObject: { id: appointId } };
});
