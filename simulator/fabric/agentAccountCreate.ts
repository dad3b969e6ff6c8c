/** Source: vendor page cec_07_1001. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { checkPassword, checkSkills, type Agent } from './shared/agents';
import { FAILURE } from './shared/codes';

const NEW_AGENT = {
	userAccount: 'agent900',
	userName: 'Agent 900',
	password: 'Example#2026',
	email: 'agent900@example.com',
	agentType: 4,
};

export const tryThese: TryThis[] = [
	{ ask: NEW_AGENT, gives: 'the work number of a new agent' },
	{
		ask: { ...NEW_AGENT, userAccount: 'agent001' },
		code: FAILURE,
		gives: 'there is such an account already',
	},
	{
		ask: { ...NEW_AGENT, password: 'example' },
		code: FAILURE,
		gives: 'the password has fewer than eight characters',
	},
];

type Asked = Pick<Agent, 'userAccount' | 'userName' | 'email' | 'agentType'> &
	Partial<Agent> & { password: string };

const FIRST_NEW_WORK_NO = 900;
const AGENT_ROLE = 2;

export default behaviour<Asked>('agentAccountCreate', ({ password, ...asked }, platform) => {
	const { data } = platform;
	const { userAccount, skills = [] } = asked;
	if (data.agents.some((agent) => agent.userAccount === userAccount)) {
		refuse(FAILURE, `There is an account ${userAccount} already`);
	}
	const checked = checkPassword(password);
	const workNo = FIRST_NEW_WORK_NO + platform.nextSerial();
	const { userName, email, agentType, phone = '', ccRoleId = AGENT_ROLE } = asked;
	data.agents.push({
		...{ userAccount, userName, email, agentType, phone, ccRoleId },
		skills: checkSkills(platform, skills),
		sipAccount: '',
		workNo: String(workNo),
	});
	data.agentPasswords[userAccount] = checked;
	return { workNo };
});
