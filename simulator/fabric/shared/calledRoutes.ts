/** Called routes: which access code leads to which skill queue or IVR flow. */
import { refuse } from '../../core/behaviour';
import type { Platform } from '../../core/platform';
import { FAILURE } from './codes';

/** A route as queryCalledRoute gives it. */
export interface CalledRoute {
	id: string;
	accessCode: string;
	extCode: string;
	devicetype: number;
	deviceId: number;
	deviceDesc: string;
	mediatypeId: number;
	/** What deleteCalledRoute takes; never the same as an id. */
	dnid: string;
	editable: string | null;
}

declare module '../../core/data' {
	interface SimulatorData {
		calledRoutes: CalledRoute[];
	}
}

export const SKILL_QUEUE = 1;
export const IVR = 3;

const ROUTES = 120;
const FIRST_ID = 3_100_000_000_000_000_001n;
const FIRST_DNID = 5_200_000_000_000_000_001n;

/** Of ten in a row one can only be deleted, one cannot be, and one is locked. */
const EDITABLE = [null, '0', '0', '1', '0', null, '2', '0', '0', '3'];

/** The IDs of the route with a number, counted from 0. */
export function routeIds(index: number): Pick<CalledRoute, 'id' | 'dnid'> {
	return { id: String(FIRST_ID + BigInt(index)), dnid: String(FIRST_DNID + BigInt(index)) };
}

/** Routes that there are at any size: they lead to the first skill queue and to the second flow. */
export const KNOWN_ROUTES = { toSkill: routeIds(0), toIvr: routeIds(1) };

/** Routes, of which every fourth leads to an IVR flow. */
export function makeCalledRoutes(count = ROUTES): CalledRoute[] {
	return Array.from({ length: count }, (_, index) => {
		const isIvr = index % 4 === 1;
		const number = isIvr ? 701 + (index % 24) : 10 + (index % 130);
		return {
			...routeIds(index),
			accessCode: `99${String(index).padStart(5, '0')}`,
			extCode: index % 5 === 0 ? String(index).padStart(2, '0') : '',
			devicetype: isIvr ? IVR : SKILL_QUEUE,
			deviceId: number,
			deviceDesc: `${isIvr ? 'Flow' : 'Skill queue'} ${number}`,
			mediatypeId: index % 6 === 4 ? 53 : 5,
			editable: EDITABLE[index % EDITABLE.length] ?? null,
		};
	});
}

/** What a route can lead to. Its ID is a number that may come as text. */
export interface DeviceAsked {
	devicetype: number | string;
	deviceId: number | string;
}

/** Where a route leads that is to lead there. @throws Refused when there is no such thing */
export function deviceOf(
	{ data: { skills, ivrFlows } }: Platform,
	asked: DeviceAsked,
): Pick<CalledRoute, 'devicetype' | 'deviceId' | 'deviceDesc'> {
	const devicetype = Number(asked.devicetype);
	const deviceId = Number(asked.deviceId);
	const skill = skills.find(({ skillId }) => skillId === deviceId);
	const flow = ivrFlows.find(({ id }) => Number(id) === deviceId);
	if (devicetype === SKILL_QUEUE && skill) return { devicetype, deviceId, deviceDesc: skill.name };
	if (devicetype === IVR && flow) return { devicetype, deviceId, deviceDesc: flow.description };
	return refuse(FAILURE, `There is no device ${asked.deviceId} of type ${asked.devicetype}`);
}

/** Whether a route can be changed: it is free. */
export function isFree({ editable }: CalledRoute): boolean {
	return (editable ?? '0') === '0';
}
