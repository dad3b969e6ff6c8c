/** What becomes of calls: they wait, are answered or lost, are passed on, and end. */
import { DEVICES, lastPart, REASONS, type Call, type Part } from './calls';
import { between, gap, pick } from './chance';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './days';
import type { CentreSkill, Floor } from './floor';
import type { CentreAgent } from './people';
import type { Workdays } from './workdays';

const AGENT_DOES_NOT_ANSWER = 0.03;
const PASSED_ON = 0.05;

const RING_SECONDS: [least: number, most: number] = [2, 9];
const RINGS_OUT_SECONDS = 20;
/** How soon a caller is told that nobody is on duty. */
const NOBODY_MS = 2 * SECOND_MS;
const PATIENCE_MS = 200 * SECOND_MS;
const LEAST_TALK_MS = 20 * SECOND_MS;
const MEAN_TALK_MS = 4.5 * MINUTE_MS;
const MOST_TALK_MS = HOUR_MS;
/** How long it takes until a record is stored. */
const STORING_MS: [least: number, most: number] = [300, 3000];

const HANGING_UP: ReadonlyArray<readonly [reason: number, weight: number]> = [
	[REASONS.hungUpAfterAnswer, 65],
	[REASONS.agentReleased, 35],
];

/** What agents do when their call is over. */
type Hands = Pick<Workdays, 'release' | 'finish' | 'pause'>;

/** The way of a call through the centre, from place to place. */
export class Queues {
	/** @param hands is asked for when the first call is over */
	constructor(
		private readonly floor: Floor,
		private readonly hands: () => Hands,
	) {}

	/** A call goes to another place. */
	enter(call: Call, deviceType: number, deviceNo: string, enterReason: number): Part {
		const times = { waitBegin: 0, ackBegin: 0, callBegin: 0, callEnd: 0 };
		const { skillId } = call;
		const part = { deviceType, deviceNo, skillId, ...times, enterReason, leaveReason: 0 };
		call.parts.push(part);
		return part;
	}

	/** A call leaves the place where it is. */
	leave(call: Call, leaveReason: number): void {
		Object.assign(lastPart(call), { callEnd: this.floor.now, leaveReason });
	}

	/** A call waits, until an agent is free, nobody is there, or the caller has had enough. */
	enqueue(call: Call, skill: CentreSkill, enterReason: number, isFirst = false): void {
		const { floor } = this;
		Object.assign(call, { state: 'waiting', skillId: skill.skillId });
		const part = this.enter(call, DEVICES.skill, String(skill.skillId), enterReason);
		part.waitBegin = floor.now;
		if (isFirst) skill.queue.unshift(call);
		else skill.queue.push(call);
		const giveUpAfter = (milliseconds: number, reason: number) =>
			floor.planIn(milliseconds, () => {
				if (part.callBegin === 0 && part.callEnd === 0) this.end(call, reason);
			});
		const isAnybodyThere = skill.agents.some(({ isSignedIn }) => isSignedIn);
		if (isAnybodyThere) giveUpAfter(gap(floor.draw, PATIENCE_MS), REASONS.hungUpBeforeAnswer);
		else giveUpAfter(NOBODY_MS, REASONS.nobodyOnDuty);
		this.serve(skill);
	}

	/** Offers what waits to the agents who are free. */
	serve(skill: CentreSkill): void {
		while (skill.queue.length > 0) {
			const free = skill.agents.filter(({ state }) => state === 'idle');
			// Whoever has waited longest is next.
			const [agent] = free.sort((one, other) => one.stay.from - other.stay.from);
			if (!agent) return;
			this.offer(skill.queue.shift() as Call, agent, skill);
		}
	}

	/** An agent can take a call. */
	serveWith(agent: CentreAgent): void {
		for (const skillId of agent.skillIds) {
			const skill = this.floor.skills.get(skillId);
			if (skill) this.serve(skill);
		}
	}

	private offer(call: Call, agent: CentreAgent, skill: CentreSkill): void {
		const { floor } = this;
		const part = lastPart(call);
		Object.assign(part, {
			deviceType: DEVICES.agent,
			deviceNo: String(agent.agentId),
			ackBegin: floor.now,
		});
		Object.assign(call, { state: 'ringing', agentId: agent.agentId });
		agent.become('ringing', floor.now, call);
		const isTaken = floor.draw() >= AGENT_DOES_NOT_ANSWER;
		const seconds = isTaken ? between(floor.draw, ...RING_SECONDS) : RINGS_OUT_SECONDS;
		floor.planIn(seconds * SECOND_MS, () => {
			if (part.callEnd > 0) return;
			if (isTaken) {
				this.talk(call, agent, skill);
				return;
			}
			this.leave(call, REASONS.agentDidNotAnswer);
			this.hands().pause(agent, 'busy');
			this.enqueue(call, skill, REASONS.agentDidNotAnswer, true);
		});
	}

	/** An agent and a customer begin to talk. */
	connect(call: Call, agent: CentreAgent): void {
		const { now } = this.floor;
		lastPart(call).callBegin = now;
		call.state = 'talking';
		agent.become('talking', now, call);
	}

	/** They talk, until one of them hangs up or the customer is passed on. */
	talk(call: Call, agent: CentreAgent, skill: CentreSkill): void {
		const { floor } = this;
		this.connect(call, agent);
		const talked = LEAST_TALK_MS + gap(floor.draw, MEAN_TALK_MS);
		floor.planIn(Math.min(talked, MOST_TALK_MS), () => {
			if (call.isCallIn && floor.draw() < PASSED_ON) {
				const others = floor.staffed.filter((one) => one !== skill && !one.agents.includes(agent));
				const other = others[between(floor.draw, 0, others.length - 1)] ?? skill;
				this.leave(call, REASONS.transferred);
				this.hands().finish(agent);
				this.enqueue(call, other, REASONS.transferred);
				return;
			}
			this.end(call, pick(floor.draw, HANGING_UP));
		});
	}

	/** A call is over, wherever it was. */
	end(call: Call, reason: number): void {
		const { floor } = this;
		this.leave(call, reason);
		const wasTalking = call.state === 'talking';
		const wasRinging = call.state === 'ringing';
		call.state = 'ended';
		floor.live.delete(call.callId);
		const queue = floor.skills.get(call.skillId)?.queue ?? [];
		const place = queue.indexOf(call);
		if (place >= 0) queue.splice(place, 1);
		floor.planIn(between(floor.draw, ...STORING_MS), () => {
			call.logDate = floor.now;
			floor.records.push(call);
		});
		const agent = floor.agents.get(call.agentId);
		if (agent && wasTalking) this.hands().finish(agent);
		if (agent && wasRinging) this.hands().release(agent);
	}
}
