/** Agents of the tenant space. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import { FAILURE } from './codes';

/** A skill queue of an agent. The page has no types: the IDs may come as text. */
export interface AgentSkill {
	skillId: number | string;
	agentWeight?: number;
	skillWeight?: number;
}

/** An agent with its account. */
export interface Agent {
	userAccount: string;
	userName: string;
	phone: string;
	email: string;
	agentType: number;
	ccRoleId: number;
	sipAccount: string;
	skills: AgentSkill[];
	workNo: string;
}

declare module '../../core/data' {
	interface SimulatorData {
		agents: Agent[];
		/** By account. Nobody can ask for them. */
		agentPasswords: Record<string, string>;
	}
}

const FIRST_WORK_NO = 101;
const TYPES = [4, 4, 5, 11, 99];
const ROLES = [2, 2, 2, 3, 4];

/** The password of every agent that is there at the beginning. */
export const FIRST_PASSWORD = 'Made-up#2026';

/** Agents agent001 and on, with work numbers from 101. */
export function makeAgents(count: number): Agent[] {
	return Array.from({ length: count }, (_, index) => {
		const number = String(index + 1).padStart(3, '0');
		return {
			userAccount: `agent${number}`,
			userName: index % 5 === 4 ? `坐席 ${number}` : `Agent ${number}`,
			phone: `7000${number}`,
			email: `agent${number}@example.com`,
			agentType: TYPES[index % TYPES.length] ?? 4,
			ccRoleId: ROLES[index % ROLES.length] ?? 2,
			sipAccount: `7100${number}`,
			skills: [{ skillId: 10 + (index % 20), agentWeight: 1, skillWeight: 1 }],
			workNo: String(FIRST_WORK_NO + index),
		};
	});
}

/** @throws Refused when there is no such agent */
export function agentOf({ data: { agents } }: Platform, account: string): Agent {
	const found = agents.find(({ userAccount }) => userAccount === account);
	return found ?? refuse(FAILURE, `There is no agent ${account}`);
}

/** Of small letters, capitals, digits and signs there must be one each. */
const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];
const MIN_PASSWORD = 8;

/** @throws Refused when a password does not keep the rules */
export function checkPassword(password: unknown): string {
	const text = String(password);
	const isGood = text.length >= MIN_PASSWORD && CLASSES.every((one) => one.test(text));
	return isGood ? text : refuse(FAILURE, 'The password does not keep the rules');
}

/** @throws Refused when one of the skill queues does not exist */
export function checkSkills({ data }: Platform, skills: AgentSkill[]): AgentSkill[] {
	const stray = skills.find(
		(one) => !data.skills.some(({ skillId }) => skillId === Number(one.skillId)),
	);
	return stray ? refuse(FAILURE, `There is no skill queue ${stray.skillId}`) : skills;
}
