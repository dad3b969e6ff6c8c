/** Agents of the centre: what they do, and what they did. */
import type { Call } from './calls';

/** Numbers of states as the interfaces write them. They are made up: no page that was seen has them. */
export const STATUS = {
	signedOut: 0,
	busy: 3,
	idle: 4,
	acw: 5,
	ringing: 6,
	talking: 7,
	rest: 8,
	study: 9,
} as const;

/** What an agent can do. */
export type AgentState = keyof typeof STATUS;

/** What an agent did for a while; times are epoch milliseconds. */
export interface Stay {
	state: AgentState;
	from: number;
	/** `Infinity` for what still goes on. */
	to: number;
	/** Which call it was about: one that rings or is talked, or the work after it. */
	call?: Call;
}

/** Who an agent is. */
export interface AgentEntry {
	agentId: number;
	name: string;
	skillIds: number[];
}

/** An agent, with all that it did since the history began. */
export class CentreAgent {
	readonly agentId: number;

	readonly name: string;

	readonly skillIds: number[];

	/** Everything since the beginning; the last entry is what goes on. */
	readonly stays: Stay[];

	state: AgentState = 'signedOut';

	/** When the shift ends, in epoch milliseconds. */
	dutyEnd = 0;

	/** What is to come when the hands are free. */
	planned: AgentState | undefined;

	constructor({ agentId, name, skillIds }: AgentEntry, start: number) {
		this.agentId = agentId;
		this.name = name;
		this.skillIds = skillIds;
		this.stays = [{ state: 'signedOut', from: start, to: Infinity }];
	}

	/** What goes on. */
	get stay(): Stay {
		return this.stays[this.stays.length - 1] as Stay;
	}

	/** Whether the shift has begun and not ended. */
	get isSignedIn(): boolean {
		return this.state !== 'signedOut';
	}

	/** The call that is being talked. */
	get talking(): Call | undefined {
		return this.state === 'talking' ? this.stay.call : undefined;
	}

	/** Ends what went on, and begins something else. @param now epoch milliseconds */
	become(state: AgentState, now: number, call?: Call): void {
		this.stay.to = now;
		this.state = state;
		this.stays.push({ state, from: now, to: Infinity, ...(call && { call }) });
	}
}
