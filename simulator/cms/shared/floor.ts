/** The floor of the centre: agents, queues, calls in progress and the records of those that are over. */
import { callIdOf, type Call } from './calls';
import { drawsOf, type Draw } from './chance';
import { CentreAgent, type AgentEntry } from './people';
import { Timetable } from './timetable';

/** What a centre is made of. The same gives the same history. */
export interface CentreSettings {
	seed: number;
	/** When the history begins, a midnight in epoch milliseconds. */
	start: number;
	/** IANA name. */
	timeZone: string;
	/** Inbound and outbound, on average. */
	callsPerDay: number;
	agents: AgentEntry[];
	skills: SkillEntry[];
}

/** What a skill queue is. */
export interface SkillEntry {
	skillId: number;
	mediaType: number;
	/** The number that its callers dial. */
	hotline: string;
	/** The flow that its callers hear first. */
	ivr: string;
}

/** A skill queue at work. */
export interface CentreSkill extends SkillEntry {
	agents: CentreAgent[];
	/** Calls that wait, the longest waiting first. */
	queue: Call[];
}

/** The state of a centre at one time, and what is planned to happen after it. */
export class Floor {
	/** By ID. */
	readonly agents: ReadonlyMap<number, CentreAgent>;

	/** By ID. */
	readonly skills: ReadonlyMap<number, CentreSkill>;

	/** Skill queues that somebody works for. */
	readonly staffed: CentreSkill[];

	/** Calls in progress, by ID. */
	readonly live = new Map<string, Call>();

	/** Calls that are over and stored, in the order of `logDate`. */
	readonly records: Call[] = [];

	/** Until when everything has happened, in epoch milliseconds. */
	now: number;

	readonly draw: Draw;

	private readonly timetable = new Timetable();

	private calls = 0;

	constructor(readonly settings: CentreSettings) {
		const { seed, start } = settings;
		this.now = start;
		this.draw = drawsOf(seed);
		this.agents = new Map(
			settings.agents.map((entry) => [entry.agentId, new CentreAgent(entry, start)]),
		);
		const agents = [...this.agents.values()];
		this.skills = new Map(
			settings.skills.map((entry) => {
				const own = agents.filter(({ skillIds }) => skillIds.includes(entry.skillId));
				return [entry.skillId, { ...entry, agents: own, queue: [] }];
			}),
		);
		this.staffed = [...this.skills.values()].filter((skill) => skill.agents.length > 0);
	}

	/** @param at epoch milliseconds; what is past happens at once */
	plan(at: number, happens: () => void): void {
		this.timetable.plan(Math.max(at, this.now), happens);
	}

	/** @param milliseconds from now */
	planIn(milliseconds: number, happens: () => void): void {
		this.plan(this.now + Math.round(milliseconds), happens);
	}

	/** Lets everything happen up to and with a time. */
	advance(now: number): void {
		for (;;) {
			const next = this.timetable.takeUntil(now);
			if (!next) break;
			this.now = next.at;
			next.happens();
		}
		this.now = Math.max(this.now, now);
	}

	/** The ID of a call that begins now; no two are alike. */
	nextCallId(): string {
		return callIdOf(this.now, this.calls++);
	}
}
