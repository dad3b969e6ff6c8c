/** What is measured right now. Names: vendor pages cec_07_0624 and 0611. */
import { lastPart, waitedMs, type Call } from './calls';
import { MINUTE_MS, SECOND_MS } from './days';
import type { CentreSkill, Floor } from './floor';
import type { AgentState } from './people';

const SERVICE_SPAN_MS = 5 * MINUTE_MS;
const SERVICE_MS = 20 * SECOND_MS;

function inStates({ agents }: CentreSkill, ...states: AgentState[]): number {
	return agents.filter(({ state }) => states.includes(state)).length;
}

/** Calls of a queue that were over in the last five minutes. */
function recentCalls({ records, now }: Floor, { skillId }: CentreSkill): Call[] {
	const recent: Call[] = [];
	for (let place = records.length - 1; place >= 0; place--) {
		const call = records[place] as Call;
		if (call.logDate < now - SERVICE_SPAN_MS) break;
		if (call.isCallIn && call.skillId === skillId) recent.push(call);
	}
	return recent;
}

/** Whether an agent answered within 20 seconds. */
function isServed(call: Call, now: number): boolean {
	return lastPart(call).callBegin > 0 && waitedMs(call, now) <= SERVICE_MS;
}

/** Of a skill queue's calls of the last five minutes: how many there were, and were answered in time. */
export function serviceOf(floor: Floor, skill: CentreSkill): { calls: number; inTime: number } {
	const calls = recentCalls(floor, skill);
	return { calls: calls.length, inTime: calls.filter((call) => isServed(call, floor.now)).length };
}

/** The longest wait of a call that waits or rings, in whole seconds. */
function longestWait({ live, now }: Floor, { skillId, queue }: CentreSkill): number {
	const ringing = [...live.values()].filter(
		(call) => call.isCallIn && call.state === 'ringing' && call.skillId === skillId,
	);
	const waits = [...queue, ...ringing].map((call) => waitedMs(call, now));
	return Math.floor(Math.max(0, ...waits) / SECOND_MS);
}

type Measure = (floor: Floor, skill: CentreSkill) => number;

const SKILL: Record<string, Measure> = {
	IDX_COUNT_REAL_SKILL_QUEUE: (_floor, { queue }) => queue.length,
	IDX_COUNT_REAL_SKILL_HANDLE: ({ live }, { skillId }) =>
		[...live.values()].filter((call) => call.state === 'talking' && call.skillId === skillId)
			.length,
	IDX_DURATION_SKILL_MAX_QUEUE_ACK: longestWait,
	IDX_COUNT_20S_CALL_FOR_5MIN: (floor, skill) => serviceOf(floor, skill).inTime,
	IDX_COUNT_REAL_AGENT_SIGN_IN: (_floor, { agents }) =>
		agents.filter(({ isSignedIn }) => isSignedIn).length,
	IDX_COUNT_REAL_AGENT_CONNECT: (_floor, skill) => inStates(skill, 'talking'),
	// Who is being rung up is idle, but cannot take another call.
	IDX_COUNT_REAL_AGENT_SET_IDLE: (_floor, skill) => inStates(skill, 'idle', 'ringing'),
	IDX_COUNT_REAL_AGENT_USABLE: (_floor, skill) => inStates(skill, 'idle'),
	IDX_COUNT_REAL_AGENT_SET_BUSY: (_floor, skill) => inStates(skill, 'busy'),
	IDX_COUNT_REAL_AGENT_ACW: (_floor, skill) => inStates(skill, 'acw'),
	IDX_COUNT_REAL_AGENT_REST: (_floor, skill) => inStates(skill, 'rest'),
	IDX_COUNT_REAL_AGENT_STUDY: (_floor, skill) => inStates(skill, 'study'),
};

/** The value of an indicator of a skill queue. */
export function skillIndicator(floor: Floor, skill: CentreSkill, name: string): number {
	return SKILL[name]?.(floor, skill) ?? 0;
}

/** The value of an indicator of the VDN; 0 for one that no page names. */
export function vdnIndicator({ live }: Floor, name: string): number {
	if (name === 'IDX_COUNT_REAL_VDN_CALL') return live.size;
	if (name !== 'IDX_COUNT_REAL_VDN_CONNECT') return 0;
	return [...live.values()].filter(({ state }) => state === 'talking').length;
}
