/** Source: vendor page cec_07_1310; its sample sends numbers where the table says text. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeAccessCodes, type AccessCode } from './queryAccessCodeList';

/** What is known of a called number: the answer of getCalledInfo. */
export interface CalledNumber {
	retCode: string | number;
	retMsg: string;
	result?: { devType: number; called?: string; skillId?: number; skillName?: string };
}

declare module '../core/data' {
	interface SimulatorData {
		calledNumbers: Record<string, CalledNumber>;
	}
}

const CALLED_NUMBERS: Record<string, CalledNumber> = {
	'6666601': {
		retCode: '0',
		retMsg: 'success',
		result: { devType: 0, called: '6666601', skillId: 29, skillName: '售后技能队列' },
	},
	'6666602': { retCode: 0, retMsg: 'success', result: { devType: 1, called: '02166660002' } },
	'6666604': { retCode: '4', retMsg: 'The called party ID cannot be obtained' },
	'6666614': { retCode: '5', retMsg: 'Called is not configured' },
	'6666699': { retCode: '1', retMsg: 'System is busy' },
};

/** Skill queues that access codes lead to. */
const SKILLS = [
	{ skillId: 29, skillName: '售后技能队列' },
	{ skillId: 30, skillName: '投诉技能队列' },
	{ skillId: 31, skillName: 'Sales queue' },
];

/** Every fourth access code leads to a number, the others to a skill queue. */
function whereAccessCodesLead(accessCodes: AccessCode[]): Record<string, CalledNumber> {
	const devices = accessCodes.map(({ accessCode }, index): [string, CalledNumber] => {
		const skill = index % 4 < SKILLS.length ? SKILLS[index % 4] : undefined;
		const called = skill ? accessCode : `021${String(60_000_000 + index)}`;
		const result = { devType: skill ? 0 : 1, called, ...skill };
		return [accessCode, { retCode: '0', retMsg: 'success', result }];
	});
	return Object.fromEntries(devices);
}

export const data: DataMakers = {
	calledNumbers: ({ accessCodes }) => ({
		...whereAccessCodesLead(makeAccessCodes(accessCodes)),
		...structuredClone(CALLED_NUMBERS),
	}),
};

export const tryThese: TryThis[] = [
	{ ask: { called: '6666601' }, gives: 'a skill queue' },
	{ ask: { called: '6666602' }, gives: 'a number, and the code as a number' },
	{ ask: { called: '6666604' }, code: '4', gives: 'no called party ID' },
	{ ask: { called: '6666614' }, code: '5', gives: 'not configured, as every unknown number' },
	{ ask: { called: '6666699' }, code: '1', gives: 'a failure' },
	{
		ask: { called: '00104729' },
		gives: 'where an access code leads: a skill queue, every fourth a number',
	},
];

interface Asked {
	caller: string | number;
	called: string | number;
}

export default behaviour<Asked>('getCalledInfo', ({ called }, { data: { calledNumbers } }) => {
	const number = String(called);
	const known = Object.hasOwn(calledNumbers, number) ? calledNumbers[number] : undefined;
	return known ?? refuse('5', 'Called is not configured');
});
