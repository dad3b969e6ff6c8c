/**
 * Agents as the interfaces write them. The fields are those of vendor page cec_07_2559; other pages
 * were seen without the fields of their answers, which are made up to be the same.
 */
import type { Platform } from '../../core/platform';
import type { Agent } from '../../fabric/shared/agents';
import { centreOf } from './centre';
import { STATUS, type AgentState, type CentreAgent } from './people';

/** Every agent of a tenant with what it does: who is new to the centre is signed out. */
export interface SeenAgent {
	agent: Agent;
	agentId: number;
	state: AgentState;
	/** Missing for who is new. */
	there: CentreAgent | undefined;
}

/** All agents of the tenant, by work number. */
export function seenAgents(platform: Platform): Map<number, SeenAgent> {
	const { agents } = centreOf(platform);
	const { chosenStates } = platform.data;
	return new Map(
		platform.data.agents.map((agent) => {
			const agentId = Number(agent.workNo);
			const there = agents.get(agentId);
			const state = chosenStates[agent.workNo] ?? there?.state ?? 'signedOut';
			return [agentId, { agent, agentId, state, there }];
		}),
	);
}

const GROUP = '1';

/** A row of a list of agents. */
export function agentRow(platform: Platform, { agent, state }: SeenAgent): object {
	const [skill] = agent.skills;
	const known = platform.data.skills.find(({ skillId }) => skillId === Number(skill?.skillId));
	return {
		workNo: agent.workNo,
		name: agent.userName,
		status: String(STATUS[state]),
		ctiStatus: STATUS[state],
		groupId: GROUP,
		mediaType: known?.mediaTypeId ?? 5,
		vdnId: platform.options.account.vdnId,
	};
}

/** Agents whom a skill queue is configured for. */
export function agentsOf(platform: Platform, skillId: number | string): SeenAgent[] {
	const isConfigured = ({ agent }: SeenAgent) =>
		agent.skills.some((skill) => Number(skill.skillId) === Number(skillId));
	return [...seenAgents(platform).values()].filter(isConfigured);
}
