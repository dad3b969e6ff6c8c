/** Source: vendor page cec_07_1003. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { agentOf, checkPassword, checkSkills, FIRST_PASSWORD, type Agent } from './shared/agents';
import { FAILURE } from './shared/codes';

export const tryThese: TryThis[] = [
	{
		ask: { userAccount: 'agent001', userName: 'Agent One', phone: '7000901' },
		gives: 'it is changed',
	},
	{
		ask: { userAccount: 'agent001', oldPassWord: 'wrong', newPassWord: 'Example#2026' },
		code: FAILURE,
		gives: 'the old password is wrong',
	},
];

type Asked = Partial<Agent> & {
	userAccount: string;
	oldPassWord?: string;
	newPassWord?: string;
};

const CHANGEABLE = ['userName', 'email', 'phone', 'agentType', 'ccRoleId', 'skills'] as const;

export default behaviour<Asked>('agentAccountUpdate', (asked, platform) => {
	const { userAccount, oldPassWord, newPassWord, skills } = asked;
	const agent = agentOf(platform, userAccount);
	const { agentPasswords } = platform.data;
	if (newPassWord !== undefined) {
		const password = checkPassword(newPassWord);
		if (oldPassWord !== (agentPasswords[userAccount] ?? FIRST_PASSWORD)) {
			refuse(FAILURE, 'The old password is wrong');
		}
		agentPasswords[userAccount] = password;
	}
	if (skills) checkSkills(platform, skills);
	const changes = CHANGEABLE.flatMap((name) =>
		asked[name] === undefined ? [] : [[name, asked[name]]],
	);
	Object.assign(agent, Object.fromEntries(changes));
	return {};
});
