/** Indicators: what CC-CMS counts and measures, by the names that it has for them. */
import { asText, isNothing, isObject, type JsonObject } from '../../../base/json';
import type { Meanings } from '../../product';
import { numberOf, toOneForm } from './oneForm';

/** Of skill queues, live: all that there are. Source: vendor page cec_07_0624. */
export const SKILL_INDICATORS = {
	IDX_COUNT_REAL_SKILL_QUEUE: 'calls waiting',
	IDX_COUNT_REAL_SKILL_HANDLE: 'calls being handled',
	IDX_DURATION_SKILL_MAX_QUEUE_ACK: 'longest wait',
	IDX_COUNT_20S_CALL_FOR_5MIN: 'calls within 20 seconds, last 5 minutes',
	IDX_COUNT_REAL_AGENT_SIGN_IN: 'agents signed in',
	IDX_COUNT_REAL_AGENT_CONNECT: 'agents connected',
	IDX_COUNT_REAL_AGENT_SET_IDLE: 'agents set idle',
	IDX_COUNT_REAL_AGENT_USABLE: 'agents available',
	IDX_COUNT_REAL_AGENT_SET_BUSY: 'agents set busy',
	IDX_COUNT_REAL_AGENT_ACW: 'agents in after-call work',
	IDX_COUNT_REAL_AGENT_REST: 'agents at rest',
	IDX_COUNT_REAL_AGENT_STUDY: 'agents studying',
} as const satisfies Meanings;

/** Of VDNs, live: those of the sample. Source: vendor page cec_07_0611. */
export const VDN_INDICATORS = {
	IDX_COUNT_REAL_VDN_CONNECT: 'connected calls',
	IDX_COUNT_REAL_VDN_CALL: 'calls',
} as const satisfies Meanings;

/** Of VDNs, past: as many as were seen. Source: vendor page cec_07_0694. */
export const VDN_HISTORY_INDICATORS = {
	IDX_COUNT_TOTAL_CALL: 'calls',
	IDX_COUNT_CONNECTED_CALL: 'connected calls',
	IDX_COUNT_ABANDONED_CALL: 'abandoned calls',
	IDX_COUNT_INBOUND_CALL: 'inbound calls',
	IDX_COUNT_INBOUND_CONNECTED: 'connected inbound calls',
} as const satisfies Meanings;

/** Of agents, past: as many as were seen. Sources: vendor pages cec_07_0693 and cec_07_0651. */
export const AGENT_HISTORY_INDICATORS = {
	IDX_COUNT_AGENT_SIGN_IN: 'sign-ins',
	IDX_COUNT_AGENT_CONNECTED: 'connected calls',
	IDX_COUNT_AGENT_CALL_OUT: 'outbound calls',
	IDX_COUNT_AGENT_COLLATION: 'times of after-call work',
	IDX_COUNT_AGENT_COLLATION_CALL_IN: 'times of after-call work, inbound',
	IDX_COUNT_AGENT_COLLATION_CALL_OUT: 'times of after-call work, outbound',
	IDX_COUNT_AGENT_REST: 'times of rest',
	IDX_COUNT_AGENT_HOLD: 'times of hold',
	IDX_COUNT_AGENT_SET_BUSY: 'times set busy',
	IDX_COUNT_AGENT_MOVE_INSIDE: 'transfers inside',
	IDX_COUNT_AGENT_MOVE_OUT: 'transfers out',
	IDX_COUNT_AGENT_MOVE_IVR: 'transfers to IVR',
	IDX_COUNT_AGENT_3WC: 'three-party calls',
	IDX_COUNT_AGENT_INSIDE_CALL: 'internal calls',
	IDX_COUNT_AGENT_INSIDE_HELP_SEEKING: 'internal requests for help',
	IDX_COUNT_AGENT_REQUEST: 'requests',
	IDX_COUNT_AGENT_ABANDON: 'abandoned calls',
	IDX_DURATION_AGENT_REST: 'time of rest',
	IDX_DURATION_AGENT_CALL_IN: 'time of inbound calls',
	IDX_DURATION_AGENT_AVG_COLLATION: 'average time of after-call work',
} as const satisfies Meanings;

/** Widths of a step in the past. Sources: vendor pages cec_07_2585 and cec_07_0644, `timeGrain`. */
export const TIME_GRAINS = ['15MIN', '30MIN', '60MIN'] as const;

/**
 * The values of the indicators in a row, by their names: numbers where they are some, else as they
 * came.
 */
export function indicatorsOf({ idxs }: JsonObject): Map<string, unknown> {
	const list: unknown[] = Array.isArray(idxs) ? idxs : [];
	const pairs = list.filter(isObject).map(toOneForm({}));
	return new Map(pairs.map(({ id, val }) => [asText(id)?.trim() ?? '', numberOf(val)]));
}

/**
 * The value of a live indicator. Vendor page cec_07_0636 calls that of an agent an object and shows
 * none: when nothing but one number is in it, it is that number, and null when it is empty. Of more than
 * one value nobody knows which is meant; then it stays as it came, as whatever is no object does.
 */
export function liveValue(value: unknown): unknown {
	if (!isObject(value)) return value;
	if (isNothing(value)) return null;
	const [number, ...others] = Object.values(value).map(numberOf);
	return typeof number === 'number' && others.length === 0 ? number : value;
}
