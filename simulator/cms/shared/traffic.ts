/** Calls begin: customers call, and agents call customers. */
import { CALL_TYPES, DEVICES, REASONS, type Call } from './calls';
import { between, drawsOf, gap, mixed, pick } from './chance';
import { HOUR_MS, Hours, SECOND_MS } from './days';
import type { CentreSkill, Floor } from './floor';
import { KNOWN_AGENT, KNOWN_CALLER, KNOWN_LIVE, KNOWN_WAITING, MAIN_NUMBER } from './knownCalls';
import type { CentreAgent } from './people';
import type { Queues } from './queues';

const OUTBOUND_SHARE = 0.2;
const PREDICTIVE_SHARE = 0.25;
/** Calls to queues that nobody works for. */
const TO_NOBODY_SHARE = 0.01;
/** Of a queue without anybody on duty, in agents. */
const UNPLANNED = 0.08;
const LEAST_NEED = 0.5;
const HANGS_UP_IN_IVR = 0.03;

const IVR_SECONDS: [least: number, most: number] = [5, 40];
const DIAL_SECONDS: [least: number, most: number] = [6, 28];

/** How outbound calls go: none for those that are answered. */
const DIALLED: ReadonlyArray<readonly [reason: number | undefined, weight: number]> = [
	[undefined, 68],
	[REASONS.userDidNotAnswer, 22],
	[REASONS.calledBusy, 10],
];

/** Some call again. */
const CUSTOMERS = 20_000;
const FIRST_CUSTOMER = 13_900_000_000;
const VALUED_SHARE = 0.1;

/** Callers who dial the main number, and choose a queue in its IVR. */
const MAIN_NUMBER_SHARE = 0.5;

/** What makes calls come and go. */
export class Traffic {
	private readonly hours: Hours;

	/** How many calls skill queues have for an agent on duty, beside the mean. */
	private readonly needs: Array<[CentreSkill, number]>;

	private readonly unstaffed: CentreSkill[];

	constructor(
		private readonly floor: Floor,
		private readonly queues: Queues,
	) {
		const { settings, staffed, skills } = floor;
		this.hours = new Hours(settings.timeZone);
		// Some have too few agents, and others more than they need.
		this.needs = staffed.map((skill) => [
			skill,
			LEAST_NEED + drawsOf(mixed(settings.seed, skill.skillId))(),
		]);
		this.unstaffed = [...skills.values()].filter(({ agents }) => agents.length === 0);
		if (settings.callsPerDay > 0 && staffed.length > 0) this.planNext();
	}

	private planNext(): void {
		const { floor, hours } = this;
		const mean = (24 * HOUR_MS) / (floor.settings.callsPerDay * hours.busyness(floor.now));
		floor.planIn(gap(floor.draw, mean), () => {
			if (floor.draw() < OUTBOUND_SHARE) this.dial();
			else this.arrive(this.called());
			this.planNext();
		});
	}

	/** Where a call goes: shifts are planned by the traffic, though not well. */
	private chosen(): CentreSkill {
		const shares = this.needs.map(([skill, need]) => {
			let onDuty = UNPLANNED;
			for (const agent of skill.agents) if (agent.isSignedIn) onDuty++;
			return [skill, need * onDuty] as const;
		});
		return pick(this.floor.draw, shares);
	}

	/** @param knownId for a call that is to have this ID */
	private begin(skill: CentreSkill, callType: number, knownId?: string): Call {
		const { draw, live, now } = this.floor;
		const isCallIn = callType === CALL_TYPES.inbound;
		const dialled = draw() < MAIN_NUMBER_SHARE ? MAIN_NUMBER : skill.hotline;
		const customer = String(FIRST_CUSTOMER + between(draw, 1, CUSTOMERS));
		const call: Call = {
			callId: knownId ?? this.floor.nextCallId(),
			isCallIn,
			callType,
			callerNo: isCallIn ? customer : skill.hotline,
			calleeNo: isCallIn ? dialled : customer,
			mediaType: skill.mediaType,
			subMediaType: 0,
			customerLevel: draw() < VALUED_SHARE ? between(draw, 2, 254) : 1,
			state: 'ivr',
			skillId: skill.skillId,
			agentId: 0,
			begin: now,
			logDate: 0,
			parts: [],
		};
		live.set(call.callId, call);
		return call;
	}

	/** The queue that a customer calls. */
	private called(): CentreSkill {
		const { unstaffed } = this;
		const { draw } = this.floor;
		const isToNobody = unstaffed.length > 0 && draw() < TO_NOBODY_SHARE;
		const stray = isToNobody ? unstaffed[between(draw, 0, unstaffed.length - 1)] : undefined;
		return stray ?? this.chosen();
	}

	/** A customer calls, and hears the IVR first. */
	private arrive(skill: CentreSkill): void {
		const { floor, queues } = this;
		const { draw } = floor;
		const call = this.begin(skill, CALL_TYPES.inbound);
		queues.enter(call, DEVICES.ivr, skill.ivr, REASONS.normal).callBegin = floor.now;
		const heard = between(draw, ...IVR_SECONDS) * SECOND_MS;
		if (draw() < HANGS_UP_IN_IVR) {
			floor.planIn(heard / 2, () => queues.end(call, REASONS.hungUpBeforeAnswer));
			return;
		}
		floor.planIn(heard, () => {
			queues.leave(call, REASONS.normal);
			queues.enqueue(call, skill, REASONS.normal);
		});
	}

	/** An agent who has nothing else to do calls a customer. */
	private dial(): void {
		const { floor, queues } = this;
		const { draw } = floor;
		const skill = this.chosen();
		const agent = skill.agents.find(({ state }) => state === 'idle');
		if (!agent) return;
		const isPredictive = draw() < PREDICTIVE_SHARE;
		const call = this.begin(
			skill,
			isPredictive ? CALL_TYPES.predictive : CALL_TYPES.manualOutbound,
		);
		const part = queues.enter(call, DEVICES.agent, String(agent.agentId), REASONS.normal);
		Object.assign(part, { waitBegin: floor.now, ackBegin: floor.now });
		Object.assign(call, { state: 'ringing', agentId: agent.agentId });
		agent.become('ringing', floor.now, call);
		const reason = pick(draw, DIALLED);
		floor.planIn(between(draw, ...DIAL_SECONDS) * SECOND_MS, () => {
			if (reason === undefined) queues.talk(call, agent, skill);
			else queues.end(call, reason);
		});
	}

	/** Begins the calls that never end. @param stays keeps an agent at work */
	beginKnown(stays: (agent: CentreAgent) => void): void {
		this.beginTalking(stays);
		this.beginWaiting();
	}

	private beginTalking(stays: (agent: CentreAgent) => void): void {
		const { floor, queues } = this;
		const { start, callsPerDay } = floor.settings;
		const agent = floor.agents.get(KNOWN_AGENT);
		const skill = floor.skills.get(agent?.skillIds[0] ?? 0);
		if (!agent || !skill || callsPerDay === 0) return;
		floor.plan(start, () => {
			const call = this.begin(skill, CALL_TYPES.inbound, KNOWN_LIVE);
			Object.assign(call, { callerNo: KNOWN_CALLER, agentId: KNOWN_AGENT });
			const part = queues.enter(call, DEVICES.agent, String(KNOWN_AGENT), REASONS.normal);
			Object.assign(part, { waitBegin: start, ackBegin: start });
			stays(agent);
			queues.connect(call, agent);
		});
	}

	private beginWaiting(): void {
		const { floor, queues, unstaffed } = this;
		const { start, callsPerDay } = floor.settings;
		const skill = unstaffed.at(-1);
		if (!skill || callsPerDay === 0) return;
		floor.plan(start, () => {
			const call = this.begin(skill, CALL_TYPES.inbound, KNOWN_WAITING);
			Object.assign(call, { callerNo: KNOWN_CALLER, state: 'waiting' });
			const part = queues.enter(call, DEVICES.skill, String(skill.skillId), REASONS.normal);
			part.waitBegin = start;
			skill.queue.push(call);
		});
	}
}
