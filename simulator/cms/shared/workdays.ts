/** When agents come and go, and what they do between calls. */
import { between, gap, pick } from './chance';
import { midnight, MINUTE_MS, SECOND_MS, shareOnDuty, shiftOf } from './days';
import type { Floor } from './floor';
import type { AgentState, CentreAgent } from './people';

/** What agents do beside calls: how often, and for how many minutes. */
const BREAKS: ReadonlyArray<readonly [AgentState, number]> = [
	['rest', 6],
	['busy', 3],
	['study', 1],
];
const BREAK_MINUTES: Partial<Record<AgentState, [least: number, most: number]>> = {
	rest: [6, 18],
	busy: [1, 6],
	study: [15, 30],
};
const BETWEEN_BREAKS_MS = 75 * MINUTE_MS;

const AFTER_CALL_SECONDS: [least: number, most: number] = [8, 75];

/** What makes agents come, pause and go. */
export class Workdays {
	private readonly share: number;

	/** @param onFree is told of every agent who can take a call */
	constructor(
		private readonly floor: Floor,
		private readonly onFree: (agent: CentreAgent) => void,
	) {
		const { start, callsPerDay, agents, timeZone } = floor.settings;
		this.share = shareOnDuty(callsPerDay, agents.length);
		// Who works at midnight came the day before.
		this.planDay(midnight(start, timeZone, -1));
		floor.plan(start, () => this.beginDay(start));
	}

	private beginDay(day: number): void {
		this.planDay(day);
		const next = midnight(day, this.floor.settings.timeZone, 1);
		this.floor.plan(next, () => this.beginDay(next));
	}

	private planDay(day: number): void {
		const { floor, share } = this;
		for (const agent of floor.agents.values()) {
			const shift = shiftOf(floor.settings.seed, agent.agentId, day, share);
			if (!shift || shift.end <= floor.now) continue;
			floor.plan(shift.begin, () => this.signIn(agent, shift.end));
			floor.plan(shift.end, () => this.endShift(agent));
		}
	}

	/** An agent comes, or stays longer. @param dutyEnd epoch milliseconds */
	signIn(agent: CentreAgent, dutyEnd: number): void {
		agent.dutyEnd = Math.max(agent.dutyEnd, dutyEnd);
		if (agent.isSignedIn) return;
		this.idle(agent);
		this.planBreak(agent);
	}

	private endShift(agent: CentreAgent): void {
		if (agent.isSignedIn && agent.state !== 'ringing' && !agent.talking) this.release(agent);
	}

	private planBreak(agent: CentreAgent): void {
		const { floor } = this;
		floor.planIn(gap(floor.draw, BETWEEN_BREAKS_MS) + MINUTE_MS, () => {
			if (!agent.isSignedIn) return;
			agent.planned = pick(floor.draw, BREAKS);
			if (agent.state === 'idle') this.release(agent);
		});
	}

	/** An agent has nothing at hand: goes home, has a break, or waits for a call. */
	release(agent: CentreAgent): void {
		const { floor } = this;
		const { planned } = agent;
		agent.planned = undefined;
		if (floor.now >= agent.dutyEnd) {
			agent.become('signedOut', floor.now);
		} else if (planned) {
			this.pause(agent, planned);
		} else {
			this.idle(agent);
		}
	}

	/** @param kind of the pause, after which another one is to come */
	pause(agent: CentreAgent, kind: AgentState): void {
		const { floor } = this;
		const [least, most] = BREAK_MINUTES[kind] ?? [1, 1];
		agent.become(kind, floor.now);
		const { stay } = agent;
		floor.planIn(between(floor.draw, least * 60, most * 60) * SECOND_MS, () => {
			if (agent.stay !== stay) return;
			this.release(agent);
			if (agent.isSignedIn) this.planBreak(agent);
		});
	}

	/** The work after a call. */
	finish(agent: CentreAgent): void {
		const { floor } = this;
		agent.become('acw', floor.now, agent.stay.call);
		const { stay } = agent;
		floor.planIn(between(floor.draw, ...AFTER_CALL_SECONDS) * SECOND_MS, () => {
			if (agent.stay === stay) this.release(agent);
		});
	}

	private idle(agent: CentreAgent): void {
		agent.become('idle', this.floor.now);
		this.onFree(agent);
	}
}
