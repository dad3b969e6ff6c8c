/**
 * A contact centre that lives: calls come, wait, are answered or lost, agents come, work, pause and
 * go. All that the interfaces of CC-CMS tell is read from this one history, which is the same for the
 * same seed and beginning.
 */
import type { SimulatorData } from '../../core/data';
import type { Platform } from '../../core/platform';
import { DAY_MS } from '../../core/time';
import { SKILL_QUEUE } from '../../fabric/shared/calledRoutes';
import { midnight } from './days';
import { Floor, type CentreSettings } from './floor';
import { Queues } from './queues';
import { Traffic } from './traffic';
import { Workdays } from './workdays';

/** A centre that lives. */
export class Centre extends Floor {
	constructor(settings: CentreSettings) {
		super(settings);
		const queues: Queues = new Queues(this, () => workdays);
		const workdays = new Workdays(this, (agent) => queues.serveWith(agent));
		const traffic = new Traffic(this, queues);
		traffic.beginKnown((agent) => workdays.signIn(agent, Infinity));
	}
}

/** The clock of the centre, in epoch milliseconds. */
export function centreTime({ behaviour, data, now }: Platform): number {
	if (behaviour.centreTime > 0) return behaviour.centreTime;
	return data.madeAt + (now - data.madeAt) * behaviour.centreSpeed;
}

function settingsOf({ options, data }: Platform, start: number): CentreSettings {
	const flows = data.ivrFlows;
	return {
		seed: options.centreSeed,
		start,
		timeZone: options.timeZone,
		callsPerDay: options.callsPerDay,
		agents: data.agents.map(({ workNo, userName, skills }) => ({
			agentId: Number(workNo),
			name: userName,
			skillIds: skills.map(({ skillId }) => Number(skillId)),
		})),
		skills: data.skills.map(({ skillId, mediaTypeId }, index) => {
			const route = data.calledRoutes.find(
				({ devicetype, deviceId }) => devicetype === SKILL_QUEUE && deviceId === skillId,
			);
			return {
				skillId,
				mediaType: mediaTypeId,
				hotline: route?.accessCode ?? data.accessCodes[index]?.accessCode ?? '',
				ivr: flows[index % flows.length]?.id ?? '',
			};
		}),
	};
}

/** The centre of each tenant; a reset wants another one. */
const centres = new WeakMap<SimulatorData, Centre>();

/** The last one that was made: after most resets the same would be made again. */
let last: { madeOf: string; centre: Centre } | undefined;

function makeCentre(settings: CentreSettings, now: number): Centre {
	const madeOf = JSON.stringify(settings);
	if (last?.madeOf === madeOf && last.centre.now <= now) return last.centre;
	last = { madeOf, centre: new Centre(settings) };
	return last.centre;
}

/** Over more days than these at once nothing is told, unless the beginning was chosen. */
const MOST_DAYS_MS = 4 * DAY_MS;

/**
 * The centre as it is now. It begins at `options.centreStart`, else with the day before the one in
 * which it is asked for first; a clock that is put back, or far ahead, makes it anew.
 */
export function centreOf(platform: Platform): Centre {
	const { data, options } = platform;
	const now = centreTime(platform);
	const known = centres.get(data);
	let centre = known;
	const isFar = options.centreStart === 0 && now - (known?.now ?? now) > MOST_DAYS_MS;
	if (!centre || now < centre.now || isFar) {
		const usual = midnight(now, options.timeZone, -1);
		const start = isFar ? usual : Math.min(known?.settings.start ?? usual, usual);
		centre = makeCentre(settingsOf(platform, options.centreStart || start), now);
		centres.set(data, centre);
	}
	centre.advance(now);
	return centre;
}
